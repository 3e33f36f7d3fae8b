# SPDX-License-Identifier: GPL-3.0-or-later
# mangrove_ui_room(<name> SOURCES … DEPENDS <rooms…> LIBRARIES <public libs…> PRIVATE_LIBRARIES <libs…>)
# A room of ui/: a mangrove_room with moc, the ui include root, Qt Widgets and Qt's strict text rules. The sources are
# unity-built, so file-local names need to be distinctive within a room.
function(mangrove_ui_room name)
  mangrove_room(${name} ${ARGN})
  set_target_properties(mangrove_${name} PROPERTIES AUTOMOC ON UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 5)
  target_include_directories(mangrove_${name} PUBLIC "${PROJECT_SOURCE_DIR}/ui")
  target_link_libraries(mangrove_${name} PUBLIC mangrove_base Qt6::Widgets)
  target_compile_definitions(mangrove_${name} PRIVATE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_USE_QSTRINGBUILDER QT_NO_KEYWORDS QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
endfunction()
