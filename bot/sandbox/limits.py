"""Slack's limits as numbers, written down from its documentation in late 2026.

This table is deliberately not shared with the app under test: each checks the other.
"""

from typing import Final

MESSAGE_BLOCKS: Final = 50
VIEW_BLOCKS: Final = 100
MESSAGE_TEXT: Final = 40_000
UPDATE_TEXT: Final = 4_000
MARKDOWN_TEXT: Final = 12_000

ID_LENGTH: Final = 255
SECTION_TEXT: Final = 3_000
SECTION_FIELDS: Final = 10
FIELD_TEXT: Final = 2_000
HEADER_TEXT: Final = 150
CONTEXT_ELEMENTS: Final = 10
CONTEXT_TEXT: Final = 3_000
CONTEXT_ACTIONS: Final = 5
ACTIONS_ELEMENTS: Final = 25
INPUT_LABEL: Final = 2_000
INPUT_HINT: Final = 2_000

IMAGE_ALT: Final = 2_000
IMAGE_TITLE: Final = 2_000
URL: Final = 3_000

BUTTON_TEXT: Final = 75
BUTTON_VALUE: Final = 2_000
ACCESSIBILITY_LABEL: Final = 75
OPTION_TEXT: Final = 75
OPTION_VALUE: Final = 150
OPTION_DESCRIPTION: Final = 75
SELECT_OPTIONS: Final = 100
SELECT_GROUPS: Final = 100
OVERFLOW_OPTIONS: Final = 5
CHOICE_OPTIONS: Final = 10
PLACEHOLDER: Final = 150
TYPED_LENGTH: Final = 3_000

CONFIRM_TITLE: Final = 100
CONFIRM_TEXT: Final = 300
CONFIRM_BUTTON: Final = 30

MODAL_TITLE: Final = 24
PRIVATE_METADATA: Final = 3_000
VIEW_BYTES: Final = 250_000
MODAL_STACK: Final = 3

TABLE_ROWS: Final = 100
DATA_TABLE_ROWS: Final = 101
TABLE_COLUMNS: Final = 20
CAROUSEL_CARDS: Final = 10
CARD_BODY: Final = 200
ALERT_TEXT: Final = 200

METADATA_BYTES: Final = 16_000
FILE_ALT: Final = 1_000
RESPONSE_URL_USES: Final = 5
