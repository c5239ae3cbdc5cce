"""Each framework's reading of an inventory: which rows make up which of its inputs."""

from __future__ import annotations

from kragozor.instruments.readings.cti import inputs as cti_inputs
from kragozor.instruments.readings.iso59020 import inputs as iso59020_inputs
from kragozor.instruments.readings.mci import inputs as mci_inputs
from kragozor.instruments.readings.reading import read, read_value

READERS = {"mci": mci_inputs, "iso59020": iso59020_inputs, "cti": cti_inputs}

__all__ = ["READERS", "read", "read_value"]
