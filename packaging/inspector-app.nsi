; A setup for one person on Windows, who needs no administrator for it (packaging/README.md).
; makensis -DVERSION=0.1.0 -DBUILD=build\once packaging\inspector-app.nsi
Unicode true
!define NAME "Fieldwork"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\inspector-app"
Name "${NAME} ${VERSION}"
OutFile "${BUILD}/inspector-app-${VERSION}-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\inspector-app"
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetDateSave off
Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

!macro Type ENDING CLASS WORDS
  WriteRegStr HKCU "Software\Classes\.${ENDING}" "" "inspector-app.${CLASS}"
  WriteRegStr HKCU "Software\Classes\inspector-app.${CLASS}" "" "${WORDS}"
  WriteRegStr HKCU "Software\Classes\inspector-app.${CLASS}\DefaultIcon" "" "$INSTDIR\inspector-app.exe,0"
  WriteRegStr HKCU "Software\Classes\inspector-app.${CLASS}\shell\open\command" "" '"$INSTDIR\inspector-app.exe" "%1"'
!macroend

!macro NoType ENDING CLASS
  DeleteRegKey HKCU "Software\Classes\.${ENDING}"
  DeleteRegKey HKCU "Software\Classes\inspector-app.${CLASS}"
!macroend

Section
  RMDir /r "$INSTDIR\_internal" ; what an older version had and this one has not
  SetOutPath "$INSTDIR"
  File /r "${BUILD}/dist/inspector-app/*"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\inspector-app.exe"
  !insertmacro Type inspection workspace "Inspection"
  !insertmacro Type handoff handoff "Inspection hand-off package"
  !insertmacro Type card card "Inspector's identity card"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\inspector-app.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteUninstaller "$INSTDIR\uninstall.exe"
SectionEnd

; The profile folder, with the keys and the inspections, is never touched. Only what setup put here is removed: somebody may
; have chosen a folder that holds more.
Section "Uninstall"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\inspector-app.exe"
  Delete "$INSTDIR\inspector-app-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  !insertmacro NoType inspection workspace
  !insertmacro NoType handoff handoff
  !insertmacro NoType card card
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
