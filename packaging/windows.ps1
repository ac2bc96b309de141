# Builds what people are given on Windows, a folder and a setup, and has the built program try itself (packaging/README.md).
# Usage, on Windows with python.org's Python 3.13, git and NSIS: powershell -File packaging\windows.ps1 [OUT]
param([string]$Out = "build")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")

function Run { # a program and its arguments; ends the script where it fails
    & $args[0] @($args | Select-Object -Skip 1)
    if ($LASTEXITCODE -ne 0) { throw "$($args[0]) ended with $LASTEXITCODE" }
}

New-Item -ItemType Directory -Force "$Out\once\made" | Out-Null
$Out = (Resolve-Path $Out).Path
$commit = git rev-parse --short=12 HEAD
if (git status --porcelain --untracked-files=no) { $commit = "$commit-changed" }
$env:TZ = "UTC"
$date = git show --no-patch --date=format-local:%Y-%m-%d --format=%cd
$env:SOURCE_DATE_EPOCH = git show --no-patch --format=%ct
$env:PYTHONHASHSEED = "0"
$env:PYTHONUTF8 = "1"

$uvVersion = (Select-String -Path packaging\setup.sh -Pattern '^UV_VERSION=(.+)$').Matches[0].Groups[1].Value
Run python -m venv "$Out\tools"
Run "$Out\tools\Scripts\python.exe" -m pip install --quiet "uv==$uvVersion"
$env:UV_PROJECT_ENVIRONMENT = "$Out\venv"
Run "$Out\tools\Scripts\uv.exe" sync --locked --no-dev --group build --no-install-project --python (Get-Command python).Source

$python = "$Out\venv\Scripts\python.exe"
$made = "$Out\once\made"
Run $python packaging\icons.py $made
[IO.File]::WriteAllText("$made\build.json", "{`"commit`": `"$commit`", `"date`": `"$date`"}`n")
Run $python packaging\inventory.py $made $commit $date
$env:PYTHONPATH = "."
Run $python packaging\guide.py "$made\guide.pdf"
$env:INSPECTOR_MADE = $made
Run $python -m PyInstaller --noconfirm --clean --distpath "$Out\once\dist" --workpath "$Out\once\work" packaging\inspector-app.spec
Run "$Out\once\dist\inspector-app\inspector-app-cli.exe" --self-check

$version = Run $python -c "import inspector_app; print(inspector_app.__version__)"
Run makensis "-DVERSION=$version" "-DBUILD=$Out\once" packaging\inspector-app.nsi
Get-FileHash "$Out\once\*.exe"
