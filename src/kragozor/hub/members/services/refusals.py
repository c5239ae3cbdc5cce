"""Changes that would break a promise of this room."""


class Refused(Exception):
    """What cannot be done; the subclasses say why."""


class LastOwner(Refused):
    """An organisation always has an owner, else nobody could let anybody in."""


class AlreadyRegistered(Refused):
    """Another organisation has this ЕИК."""


class Ended(Refused):
    """What was to be changed is over already, or has become another one meanwhile."""


class AlreadyRepresents(Refused):
    """The person acts for the organisation already."""


class TooManyInvitations(Refused):
    """The company has sent as many letters as it may in a day."""


class NotInvited(Refused):
    """The invitation is over, or was sent to somebody else."""


class TermsOverlap(Refused):
    """Another term of the organisation runs on some of these days."""


class TermIsOver(Refused):
    """The term has ended already, or the day is outside of it."""


class BuiltOn(Refused):
    """Something else refers to the record by now."""
