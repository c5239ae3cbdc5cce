"""Rebuild the vendored Sofia Sans: web fonts for the hub, whole fonts for print and charts.

Run ``python update/fonts.py`` from the root of the repository; it needs npm and the ``dev``
extra. The default letterforms of Sofia Sans are the Bulgarian ones (``locl`` changes them only
for Russian), so nothing has to be switched on where the text is Bulgarian.
"""

import csv
import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools import designspaceLib, subset, varLib
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

ROOT = Path(__file__).resolve().parents[1] / "src" / "kragozor"
WEB = ROOT / "hub" / "common" / "static" / "fonts"
PRINT = ROOT / "reports" / "fonts"
ADVANCES = ROOT / "drawing" / "advances.csv"

# The variable files of Fontsource serve the web; the statics of Expo are the only packaged ones
# that still hold the signs Fontsource's subsets drop: subscripts, inequalities and arrows.
VARIABLE = (
    "@fontsource-variable/sofia-sans@5.3.0",
    "64c181c2b98bc1ba05091ac0d6eac1ebd9c56a29489ce05c0187a3cd73042d8d",
)
STATIC = (
    "@expo-google-fonts/sofia-sans@0.4.3",
    "48d3a8a6897b110de735817122383ad8bb2ba4ff8a820ded996dfa1b79d5319c",
)

SUBSETS = ("latin", "cyrillic", "cyrillic-ext", "latin-ext")
WEIGHTS = {
    "Regular": "400Regular",
    "SemiBold": "600SemiBold",
    "Bold": "700Bold",
    "ExtraBold": "800ExtraBold",
}
MASTERS = {100: "100Thin", 400: "400Regular", 900: "900Black"}

THIN_SPACES = (0x2009, 0x202F)
SYMBOLS = [
    *range(0x391, 0x3CA),  # the Greek of the formulas
    *[ord(sign) for sign in "₀₁₂₃₄₅₆₇₈₉←↑→↓∂∏∑√∞∫≈≠≤≥"],
    *THIN_SPACES,
]
TEXT = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x400, 0x460),
    *range(0x490, 0x492),
    *range(0x2010, 0x2041),
    *[ord(sign) for sign in "⁰¹²³⁴⁵⁶⁷⁸⁹€№™−∙◊"],
    *SYMBOLS,
]
FEATURES = ["calt", "case", "ccmp", "dnom", "frac", "kern", "liga", "locl"]
FEATURES += ["mark", "mkmk", "numr", "pnum", "subs", "sups", "tnum"]


def package(name_and_version: str, sha256: str, into: Path) -> Path:
    """Fetch an npm package, check that it is the known one, and unpack it."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(into), name_and_version]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    archive = into / answer.stdout.strip().splitlines()[-1]
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != sha256:
        raise SystemExit(f"{archive.name} has SHA-256 {found}, expected {sha256}")
    folder = into / archive.stem
    with tarfile.open(archive) as members:
        members.extractall(folder, filter="data")
    return folder / "package"


def add_thin_space(font: TTFont) -> None:
    """Give the font the narrow spaces that English times and our shares are set with."""
    font["glyf"]["thinspace"] = Glyph()
    font["hmtx"]["thinspace"] = (125, 0)
    font.setGlyphOrder([*dict.fromkeys([*font.getGlyphOrder(), "thinspace"])])
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(dict.fromkeys(THIN_SPACES, "thinspace"))


def cut(font: TTFont, characters: list[int], features: list[str]) -> None:
    """Keep only these characters and features."""
    options = subset.Options(layout_features=features, name_IDs=["*"], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def static(source: Path, folder: str) -> TTFont:
    """Open one weight, with the narrow spaces added."""
    (path,) = (source / folder).glob("*.ttf")
    font = TTFont(path, recalcTimestamp=False)
    add_thin_space(font)
    return font


def symbols(source: Path) -> TTFont:
    """Join the signs the web subsets lack into one variable font, from thin to black."""
    design = designspaceLib.DesignSpaceDocument()
    design.addAxisDescriptor(tag="wght", name="Weight", minimum=100, default=400, maximum=900)
    for weight, folder in MASTERS.items():
        master = static(source, folder)
        cut(master, SYMBOLS, [])
        design.addSourceDescriptor(font=master, location={"Weight": weight}, name=folder)
    font, _, _ = varLib.build(design)
    return font


def unicode_range(codes: set[int]) -> str:
    """Say in the words of CSS which characters these are."""
    starts = sorted(code for code in codes if code - 1 not in codes)
    ends = sorted(code for code in codes if code + 1 not in codes)
    return ", ".join(
        f"U+{start:04X}" if start == end else f"U+{start:04X}-{end:04X}"
        for start, end in zip(starts, ends, strict=True)
    )


def font_faces(paths: list[Path]) -> str:
    """Write the CSS of the files; all share one range of weights, so that they mix in a word.

    A character belongs to the first file that holds it, so that no file is fetched for a space.
    """
    rules, claimed = [], {0x0D}
    for path in paths:
        codes = set(TTFont(path).getBestCmap()) - claimed
        claimed |= codes
        rules.append(
            '@font-face {\n  font-family: "Sofia Sans";\n  font-weight: 1 1000;\n'
            f'  font-display: swap;\n  src: url("{path.name}") format("woff2");\n'
            f"  unicode-range: {unicode_range(codes)};\n}}\n"
        )
    return "\n".join(rules)


def web_fonts(variable: Path, statics: Path) -> None:
    """Write the variable files that a browser loads by the characters it meets, and their CSS."""
    WEB.mkdir(parents=True, exist_ok=True)
    paths = [WEB / f"sofia-sans-{name}-wght-normal.woff2" for name in (*SUBSETS, "symbols")]
    for path in paths[:-1]:
        path.write_bytes((variable / "files" / path.name).read_bytes())
    font = symbols(statics)
    font.flavor = "woff2"
    font.save(paths[-1])
    (WEB / "sofia-sans.css").write_text(font_faces(paths))


def print_fonts(statics: Path) -> None:
    """Write the whole fonts for Typst and for the charts, one file a weight."""
    PRINT.mkdir(parents=True, exist_ok=True)
    for style, folder in WEIGHTS.items():
        font = static(statics, folder)
        cut(font, TEXT, FEATURES)
        missing = set(TEXT) & {ord(sign) for sign in "жЖ₂–—„“…−×·Σ≤≥→€"} - set(font.getBestCmap())
        if missing:
            raise SystemExit(f"{folder} lacks {sorted(map(chr, missing))}")
        font.save(PRINT / f"SofiaSans-{style}.ttf")


def advances() -> None:
    """Write how wide each character is, so that a drawing can measure text without the fonts."""
    fonts = [TTFont(PRINT / f"SofiaSans-{style}.ttf") for style in ("Regular", "SemiBold")]
    tables = [(font.getBestCmap(), font["hmtx"]) for font in fonts]
    with ADVANCES.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["code", "regular", "semibold"])
        for code in sorted(tables[0][0]):
            rows.writerow([f"{code:04X}", *(widths[cmap[code]][0] for cmap, widths in tables)])


def main() -> None:
    """Fetch both packages and write every font with its licence beside it."""
    with tempfile.TemporaryDirectory() as scratch:
        variable = package(*VARIABLE, Path(scratch))
        statics = package(*STATIC, Path(scratch))
        web_fonts(variable, statics)
        print_fonts(statics)
        advances()
        for folder in (WEB, PRINT):
            (folder / "OFL.txt").write_text((statics / "LICENSE_FONT").read_text())


if __name__ == "__main__":
    main()
