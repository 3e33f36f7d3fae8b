# SPDX-License-Identifier: GPL-3.0-or-later
# mangrove_room(<name> SOURCES … DEPENDS <rooms…> LIBRARIES <public libs…> PRIVATE_LIBRARIES <libs…>)
# One folder of core/ (or ui/) is one static library named mangrove_<name>. A room sees only what it names in
# DEPENDS: a wrong dependency does not link, and tests/arch refuses the include.
function(mangrove_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;DEPENDS;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
  add_library(mangrove_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(mangrove_${name} PUBLIC "${PROJECT_SOURCE_DIR}/core")
  target_link_libraries(mangrove_${name} PRIVATE mangrove_options)
  foreach(dependency IN LISTS ROOM_DEPENDS)
    target_link_libraries(mangrove_${name} PUBLIC mangrove_${dependency})
  endforeach()
  target_link_libraries(mangrove_${name} PUBLIC ${ROOM_LIBRARIES} PRIVATE ${ROOM_PRIVATE_LIBRARIES})
endfunction()

# mangrove_test(<name> SOURCES … LIBRARIES … [GUI] [LABELS …])
# One Qt Test binary out of several test classes (see tests/support/test_registry.h), unity-built to stay cheap.
function(mangrove_test name)
  cmake_parse_arguments(T "GUI" "TIMEOUT" "SOURCES;LIBRARIES;LABELS" ${ARGN})
  add_executable(${name} ${T_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${name} PRIVATE mangrove_options Qt6::Test ${T_LIBRARIES})
  if(T_GUI)
    target_link_libraries(${name} PRIVATE mangrove_test_support_gui)
  else()
    target_link_libraries(${name} PRIVATE mangrove_test_support)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 300)
  endif()
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8;TZ=UTC;MANGROVE_CLI=$<$<TARGET_EXISTS:mangrove>:$<TARGET_FILE:mangrove>>"
    TIMEOUT ${T_TIMEOUT} LABELS "${T_LABELS}")
endfunction()
