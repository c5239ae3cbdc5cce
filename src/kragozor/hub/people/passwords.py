"""What a password must be, where Django's own Bulgarian has lost the sentence that says so."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import ngettext


class MinimumLength(MinimumLengthValidator):
    """Asks for so many characters, in both languages."""

    def get_error_message(self) -> str:
        return ngettext(
            "It is too short: at least %(count)d character is needed.",
            "It is too short: at least %(count)d characters are needed.",
            self.min_length,
        ) % {"count": self.min_length}
