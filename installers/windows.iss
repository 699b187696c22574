; The installer for Windows, made by Inno Setup: iscc /DVersion=0.1.0 installers\windows.iss
#ifndef Version
  #error Say which version: /DVersion=...
#endif

[Setup]
AppId=local.peer_support_advisor.advisor
AppName=Peer Support Advisor
AppVersion={#Version}
AppPublisher=The programme design advisor's authors
DefaultDirName={autopf}\Peer Support Advisor
DefaultGroupName=Peer Support Advisor
; Who may not change the machine installs it for themselves.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\LICENSE
OutputDir=..\dist
OutputBaseFilename=peer-support-advisor-{#Version}-windows-x64
UninstallDisplayIcon={app}\peer-support-advisor.exe
ChangesAssociations=yes
WizardStyle=modern

[Files]
Source: "..\dist\peer-support-advisor\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Peer Support Advisor"; Filename: "{app}\peer-support-advisor.exe"

[Registry]
; Windows knows a file by what follows its last dot, so plan files are offered among "Open with".
Root: HKA; Subkey: "Software\Classes\.json\OpenWithProgids"; ValueType: string; ValueName: "PeerSupportPlan"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\PeerSupportPlan"; ValueType: string; ValueData: "Plan of a peer support programme"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\PeerSupportPlan\shell\open\command"; ValueType: string; ValueData: """{app}\peer-support-advisor.exe"" ""%1"""
