"""Forms for one person's eyes: each module builds one form and reads what comes back."""
