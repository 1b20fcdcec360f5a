# dossier_room(graph/term HEADERS a.h … SOURCES a.cpp … PUBLIC target… PRIVATE target…)
#
# One folder, one library: graph/term becomes the target dossier_graph_term (alias dossier::graph_term).
# Headers are seen as <room>/<file>, from the top of the tree; each must compile alone. An INTERNAL room is not installed.
function(dossier_room room)
  cmake_parse_arguments(PARSE_ARGV 1 arg "INTERNAL" "" "HEADERS;SOURCES;PUBLIC;PRIVATE")
  string(REPLACE "/" "_" name "${room}")
  set(target "dossier_${name}")
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    set(scope PUBLIC)
    dossier_compile_options(${target})
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(dossier::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
  target_sources(${target} ${scope} FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${arg_HEADERS})
  target_compile_features(${target} ${scope} cxx_std_20)
  target_link_libraries(${target} ${scope} ${arg_PUBLIC})
  if(arg_PRIVATE)
    target_link_libraries(${target} PRIVATE ${arg_PRIVATE})
  endif()
  if(NOT arg_INTERNAL)
    set_property(GLOBAL APPEND PROPERTY DOSSIER_ROOMS ${target})
  endif()
endfunction()

# Warnings are errors; sanitizers come from the presets through DOSSIER_SANITIZE.
function(dossier_compile_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
    -Woverloaded-virtual -Wimplicit-fallthrough -Werror
    # g++ 12 sees overlapping copies in std::string's operator+ that are not there (GCC bug 105651), and, once it
    # inlines, uninitialised strings in structs that are moved from. clang-tidy is given the same flags, and knows neither.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<BOOL:${CMAKE_CXX_CLANG_TIDY}>>>:-Wno-restrict -Wno-maybe-uninitialized>)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
endfunction()

set(DOSSIER_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize= takes them")
if(DOSSIER_SANITIZE)
  add_compile_options(-fsanitize=${DOSSIER_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${DOSSIER_SANITIZE})
endif()
