#!/bin/sh
# Makes sure that a browser and its driver are there, before anything needs them.
set -eu

say() { printf '%s\n' "camel-entrata: $*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

binary=${ENTRATA_BROWSER_BINARY:-}
driver=${ENTRATA_WEBDRIVER:-}

for named in "$binary" "$driver"; do
  if [ -n "$named" ] && [ ! -x "$named" ]; then
    say "$named is not an executable file: correct ENTRATA_BROWSER_BINARY or ENTRATA_WEBDRIVER."
    exit 1
  fi
done
[ -n "$binary" ] && [ -n "$driver" ] && exit 0

if { have chromium || have chromium-browser || [ -n "$binary" ]; } && { have chromedriver || [ -n "$driver" ]; }; then
  exit 0
fi
# Selenium Manager finds the driver of an installed Chrome.
if have google-chrome || have google-chrome-stable; then
  exit 0
fi
if ! have apt-get; then
  say "no Chromium found on the path: Selenium Manager will look for a browser at the first login."
  exit 0
fi
if [ "$(id -u)" -ne 0 ]; then
  say "Chromium and its driver are missing. Type: sudo apt-get install --yes chromium chromium-driver"
  exit 1
fi
say "installing Chromium and its driver with apt-get (once) ..."
log=$(mktemp)
if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium chromium-driver; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  say "apt-get could not install chromium and chromium-driver; its last lines are above."
  exit 1
fi
rm -f "$log"
