"""Each framework's reading of an inventory: which rows make up which of its inputs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from kragozor.instruments.parameters import ParameterTable
from kragozor.instruments.readings.agrifood import AGRIFOOD_READERS
from kragozor.instruments.readings.cff import inputs as cff_inputs
from kragozor.instruments.readings.cmu import inputs as cmu_inputs
from kragozor.instruments.readings.cti import inputs as cti_inputs
from kragozor.instruments.readings.esrs_e5 import inputs as esrs_e5_inputs
from kragozor.instruments.readings.iso59020 import inputs as iso59020_inputs
from kragozor.instruments.readings.mci import inputs as mci_inputs
from kragozor.instruments.readings.packaging import inputs as packaging_inputs
from kragozor.instruments.readings.reading import Reader, read, read_value
from kragozor.instruments.readings.textiles import inputs as textiles_inputs
from kragozor.instruments.readings.vsme_b7 import inputs as vsme_b7_inputs

READERS = {
    "mci": mci_inputs,
    "iso59020": iso59020_inputs,
    "cti": cti_inputs,
    "cff": cff_inputs,
    "esrs-e5": esrs_e5_inputs,
    "vsme-b7": vsme_b7_inputs,
    "cmu": cmu_inputs,
    "packaging": packaging_inputs,
    "textiles": textiles_inputs,
    **AGRIFOOD_READERS,
}


def readers(parameters: ParameterTable | None = None) -> Mapping[str, Reader]:
    """Return the readers, with a table of parameters in the place of the packaged one.

    Examples
    --------
    >>> sorted(readers())[:3]
    ['biomass', 'cff', 'cmu']
    """
    return {**READERS, "cff": partial(cff_inputs, parameters=parameters)}


__all__ = ["READERS", "read", "read_value", "readers"]
