#!/bin/sh
# Makes .venv, a Python for this project alone, with every library from wheels: nothing is compiled,
# nothing outside this folder is touched. Does nothing when all is there.
#
#   scripts/environment.sh        what `make bulletins` needs
#   scripts/environment.sh dev    what `make test` needs as well
set -eu
cd "$(dirname "$0")/.."
group=${1:-run}
stamp=.venv/ready
wanted="$(cksum <pyproject.toml) $(pwd -P)"
unset PYTHONHOME PYTHONPATH PIP_PREFIX PIP_TARGET
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1

have=$(cat "$stamp" 2>/dev/null || true)
if [ -x .venv/bin/python ]; then
    if [ "$have" = "$wanted dev" ] || [ "$have" = "$wanted $group" ]; then
        exit 0
    fi
fi

say() { printf '%s\n' "$*" >&2; }

# A name on the search path is not yet a Python that runs, nor one that is new enough.
find_python() {
    old=
    for name in ${PYTHON:-python3.13 python3.12 python3.11 python3 python}; do
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
        if "$name" -c 'import ensurepip, venv' 2>/dev/null; then
            python=$name
            return
        fi
        old=$name
    done
    if [ -n "$old" ]; then
        say "✗ Máy có $old nhưng thiếu phần venv."
        say "  Ubuntu, Debian: sudo apt install python3-venv. Cài xong hãy chạy lại lệnh này."
    else
        say "✗ Không tìm thấy Python 3.11 trở lên."
        say "  Ubuntu, Debian: sudo apt install python3 python3-venv"
        say "  macOS: brew install python, hoặc tải ở https://www.python.org/downloads"
        say "  Đã có Python ở chỗ khác: make bulletins PYTHON=/đường/dẫn/python3"
    fi
    exit 3
}

case $have in
    *" $(pwd -P) run" | *" $(pwd -P) dev") ;; # made here before: only bring it up to date
    *) rm -rf .venv ;;                        # none, half made, or the folder has moved
esac
if [ ! -x .venv/bin/python ]; then
    find_python
    say "Đang chuẩn bị môi trường, chỉ lần đầu mới lâu (một vài phút, cần mạng)…"
    rm -rf .venv
    "$python" -m venv .venv
else
    say "Đang cập nhật môi trường…"
fi

set -- --editable .
if [ "$group" = dev ]; then
    # `pip install --group` needs pip 25.1; Python 3.11 brings an older one.
    .venv/bin/python -c '
import pathlib, tomllib
groups = tomllib.loads(pathlib.Path("pyproject.toml").read_text("utf-8"))["dependency-groups"]
print(*groups["dev"], sep="\n")' >.venv/dev.txt
    set -- "$@" --requirement .venv/dev.txt
fi
if ! .venv/bin/python -m pip install --quiet --only-binary :all: "$@" >&2; then
    say "✗ Chưa tải được thư viện. Kiểm tra mạng rồi chạy lại lệnh này; lời báo của pip ở ngay trên."
    exit 3
fi
echo "$wanted $group" >"$stamp"
