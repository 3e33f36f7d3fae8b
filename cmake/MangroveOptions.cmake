# SPDX-License-Identifier: GPL-3.0-or-later
# Language level, warnings, hardening, sanitizers, ccache. Every target gets them through mangrove_options.
option(MANGROVE_GUI "Build the workbench (needs Qt 6 Widgets and QCustomPlot)" ON)
option(MANGROVE_SANITIZE "Address, leak and undefined-behaviour sanitizers" OFF)
option(MANGROVE_FUZZ "Build the libFuzzer targets (clang), everything instrumented for them" OFF)
option(MANGROVE_WERROR "Treat warnings as errors" ON)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# Dev: quick to compile and to run, with asserts and line tables only (full debug info triples the link time).
set(CMAKE_CXX_FLAGS_DEV "-O2 -g1" CACHE STRING "Flags of the Dev build type" FORCE)
set(CMAKE_C_FLAGS_DEV "-O2 -g1" CACHE STRING "Flags of the Dev build type" FORCE)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Paths relative to the checkout: one cache serves every checkout on the machine.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    "${CMAKE_COMMAND};-E;env;CCACHE_BASEDIR=${PROJECT_SOURCE_DIR};CCACHE_NOHASHDIR=1;${CCACHE_PROGRAM}")
endif()

add_library(mangrove_options INTERFACE)
target_compile_options(mangrove_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wformat=2
  # GCC 12 sees overlapping copies inside std::string where there are none (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  -fstack-protector-strong "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.")
if(MANGROVE_WERROR)
  target_compile_options(mangrove_options INTERFACE -Werror)
endif()
target_link_options(mangrove_options INTERFACE -Wl,-z,relro,-z,now -Wl,-z,noexecstack)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_definitions(mangrove_options INTERFACE _FORTIFY_SOURCE=2)
endif()
include(CheckPIESupported)
check_pie_supported()

if(MANGROVE_SANITIZE)
  # leak detection belongs to AddressSanitizer on Linux
  target_compile_options(mangrove_options INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(mangrove_options INTERFACE -fsanitize=address,undefined)
endif()
if(MANGROVE_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "MANGROVE_FUZZ needs clang: cmake --preset fuzz")
  endif()
  # Without coverage of the libraries the fuzzer is blind.
  target_compile_options(mangrove_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
