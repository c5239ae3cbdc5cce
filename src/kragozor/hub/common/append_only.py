"""Records that are written once: no code changes or deletes them by the way.

A correction is a further record. The one exception is the erasure of a person's data, which
goes around this on purpose (`privacy`).
"""

from typing import Never

from django.db import models


class AppendOnlyQuerySet(models.QuerySet):
    """What was written stays written."""

    def update(self, **kwargs: object) -> Never:
        raise TypeError(f"{self.model.__name__}: a record of this kind is never changed.")

    def delete(self) -> Never:
        raise TypeError(f"{self.model.__name__}: a record of this kind is never deleted.")


class AppendOnly(models.Model):
    """A model whose rows are added and read, never changed."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__}: a record of this kind is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> Never:
        raise TypeError(f"{type(self).__name__}: a record of this kind is never deleted.")
