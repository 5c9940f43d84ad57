#!/bin/sh
# Installs what the whole test suite needs and a user does not: LibreOffice, which recalculates workbooks, and
# ssh-keygen, which signs bundles.

set -eu

packages=
command -v soffice >/dev/null || packages="$packages libreoffice-calc"
command -v ssh-keygen >/dev/null || packages="$packages openssh-client"
[ -z "$packages" ] && exit 0

as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
