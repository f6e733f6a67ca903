# Starts the Autobahn|Testsuite.  Python 2: run it with target/autobahn/bin/pypy.
#
# WSTEST_COUNT=n sends at most n messages in each of the cases that otherwise
# send 1000 of them (9.7, 9.8, 12 and 13), where nearly all of a run's time goes.
import os
import sys

from autobahntestsuite import case
from autobahntestsuite.wstest import run

sys.argv[0] = "wstest"
count = os.environ.get("WSTEST_COUNT")
if count:
    for each in case.Case9_7_X + case.Case9_8_X + case.Case12_X_X + case.Case13_X_X:
        each.COUNT = min(each.COUNT, int(count))
sys.exit(run())
