# Puts annotator into the start menu of this user and opens .annot files with it; no administrator rights.
# Run it again after moving the folder. `-Remove` takes it back.
#   powershell -ExecutionPolicy Bypass -File register.ps1 [-Remove]
param([switch]$Remove)
$ErrorActionPreference = 'Stop'

$folder = Split-Path -Parent $PSScriptRoot
$program = Join-Path $folder 'annotator-window.exe'
$classes = 'HKCU:\Software\Classes'
$kind = "$classes\annotator.project"
$link = Join-Path ([Environment]::GetFolderPath('Programs')) 'annotator.lnk'

function Update-Explorer {
    # SHCNE_ASSOCCHANGED: the icons of files are drawn anew.
    $code = '[DllImport("shell32.dll")] public static extern void SHChangeNotify(int what, uint flags, IntPtr one, IntPtr two);'
    (Add-Type -MemberDefinition $code -Name Shell -Namespace Annotator -PassThru)::SHChangeNotify(0x08000000, 0, [IntPtr]::Zero, [IntPtr]::Zero)
}

if ($Remove) {
    foreach ($path in @($kind, "$classes\.annot", $link)) {
        if (Test-Path -LiteralPath $path) { Remove-Item -LiteralPath $path -Recurse }
    }
    Update-Explorer
    Write-Output 'annotator is no longer in the start menu. Your projects and settings are untouched.'
    exit 0
}

if (-not (Test-Path -LiteralPath $program)) { throw "There is no $program." }
function Set-Default([string]$key, [string]$value) {
    New-Item -Path $key -Force | Out-Null
    Set-Item -LiteralPath $key -Value $value
}
Set-Default "$classes\.annot" 'annotator.project'
Set-Default $kind 'annotator project'
Set-Default "$kind\DefaultIcon" "`"$program`",0"
Set-Default "$kind\shell\open\command" "`"$program`" `"%1`""
$shortcut = (New-Object -ComObject WScript.Shell).CreateShortcut($link)
$shortcut.TargetPath = $program
$shortcut.WorkingDirectory = [Environment]::GetFolderPath('MyDocuments')
$shortcut.Save()
Update-Explorer
Write-Output 'annotator is in the start menu and opens .annot files. To take it back: register.ps1 -Remove'
