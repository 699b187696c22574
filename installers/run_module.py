"""A bundle runs a module of its own as Python does: ``peer-support-advisor -m advisor.…``.

PyInstaller runs this before the program. Papers are set and filled-in checklists are read in
processes of their own, which are started in this way.
"""

import runpy
import sys

asked = sys.argv[1:3]
if asked[:1] == ["-m"] and asked[-1].startswith("advisor."):
    sys.argv[:] = [sys.argv[0], *sys.argv[3:]]
    runpy.run_module(asked[-1], run_name="__main__", alter_sys=True)
    sys.exit()
