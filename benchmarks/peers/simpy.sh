#!/usr/bin/env bash
# Runs workload W1 in SimPy: simpy.sh FILE JOBS; see simpy_w1.py. Installs Debian's python3-simpy3 if
# it is missing and this user may; exit code 3 if there is no SimPy to be had.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# Debian's packages belong to Debian's Python, which need not be the first on PATH.
python=/usr/bin/python3

# Debian's python3-simpy is version 2, another API under the same name.
has_simpy3() { "$python" -c 'import simpy, sys; sys.exit(not simpy.__version__.startswith("3."))' 2>/dev/null; }

if ! has_simpy3; then
  echo 'simpy.sh: installing python3-simpy3' >&2
  { apt-get -qq update && apt-get -qq -y install python3-simpy3; } >/dev/null 2>&1
fi
has_simpy3 || {
  echo 'simpy.sh: there is no SimPy 3. Maybe install python3-simpy3.' >&2
  exit 3
}
exec "$python" "$here/simpy_w1.py" "$@"
