"""A contract for import-linter: apps of the hub meet only through their doors."""

from __future__ import annotations

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class Doors(Contract):
    """Between the packages of a container, only some modules may be imported.

    - ``container``: the package whose packages are the apps; its plain modules, such as the
      one with the addresses, put the apps together and may import them all;
    - ``doors``: the modules of an app that the others may import;
    - ``open_apps``: apps that are open to all, such as a common base.
    """

    type_name = "doors"

    container = fields.StringField()
    doors = fields.SetField(subfield=fields.StringField())
    open_apps = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find every import that climbs in through a window."""
        apps = filter(graph.find_children, graph.find_children(str(self.container)))
        windows = [
            f"{importer} imports {imported}"
            for app in sorted(apps)
            for importer in sorted(graph.find_descendants(app))
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if self._is_of_another_app(imported, app) and not self._is_door(imported)
        ]
        return ContractCheck(kept=not windows, metadata={"windows": windows})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line for each such import."""
        for line in check.metadata["windows"]:
            output.print_error(line, bold=False)

    def _is_of_another_app(self, module: str, app: str) -> bool:
        inside = module.startswith(f"{self.container}.")
        return inside and module != app and not module.startswith(f"{app}.")

    def _is_door(self, module: str) -> bool:
        app, *rest = module.removeprefix(f"{self.container}.").split(".")
        return app in self.open_apps or bool(rest and rest[0] in self.doors)
