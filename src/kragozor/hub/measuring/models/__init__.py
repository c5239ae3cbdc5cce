"""What this room remembers: facts, measurings of them, files they came in, links to them."""

from kragozor.hub.measuring.models.assessment import Assessment
from kragozor.hub.measuring.models.inventory import Inventory
from kragozor.hub.measuring.models.share import ShareLink
from kragozor.hub.measuring.models.upload import Upload

__all__ = ["Assessment", "Inventory", "ShareLink", "Upload"]
