#!/bin/sh
# Makes sure that OpenSSH's server is there for the tests that fetch files from it. Never starts it.
set -eu

say() { printf '%s\n' "camel-entrata: $*" >&2; }

[ -x /usr/sbin/sshd ] && command -v ssh-keygen >/dev/null 2>&1 && exit 0
if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" -ne 0 ]; then
  say "OpenSSH's server is missing: the tests before it are skipped. On Debian: sudo apt-get install --yes openssh-server"
  exit 0
fi
say "installing OpenSSH's server for the tests with apt-get (once; it is not started) ..."
log=$(mktemp)
policy=/usr/sbin/policy-rc.d
ours=
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  ours=yes
fi
trap '[ -z "$ours" ] || rm -f "$policy"' EXIT
if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends openssh-server; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  say "apt-get could not install openssh-server; its last lines are above. The tests before it are skipped."
  exit 0
fi
systemctl disable ssh.service ssh.socket >/dev/null 2>&1 || true
rm -f "$log"
