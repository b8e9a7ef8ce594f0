"""Write the JSON Schema of scenario files from the declarations of inputs.

Run `python -m resources.tools.build_schema` after a change of a declaration.
"""

from pathlib import Path
from typing import Final

from engine.files.schema import NAME, schema_text

FOLDER: Final = Path(__file__).resolve().parents[1] / "schema"


def main() -> None:
    """Write the file that ships."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / NAME).write_text(schema_text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
