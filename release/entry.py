"""What the bundle starts: `isocost`, and Python for the processes that Isocost starts of itself.

Those are started as `sys.executable -c CODE` or `-m MODULE` everywhere. In a bundle that is this program,
so it takes these options as an interpreter does.
"""

import runpy
import sys


def main() -> int:
    """Run what the command line asks for; return the exit status."""
    arguments = sys.argv[1:]
    while arguments[:1] == ["-P"]:
        del arguments[0]
    if len(arguments) > 1 and arguments[0] == "-c":
        sys.argv = ["-c", *arguments[2:]]
        exec(compile(arguments[1], "<string>", "exec"), {"__name__": "__main__"})
        return 0
    if len(arguments) > 1 and arguments[0] == "-m":
        sys.argv = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
        return 0
    from gui.app import main as isocost

    return isocost()


if __name__ == "__main__":
    raise SystemExit(main())
