# Finds the run-time library of tcmalloc, which is all that a program needs that allocates with it. Defines the target Tcmalloc::Tcmalloc.
find_library(Tcmalloc_LIBRARY NAMES libtcmalloc_minimal.so.4 tcmalloc_minimal)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Tcmalloc REQUIRED_VARS Tcmalloc_LIBRARY)
if(Tcmalloc_FOUND AND NOT TARGET Tcmalloc::Tcmalloc)
  add_library(Tcmalloc::Tcmalloc UNKNOWN IMPORTED)
  set_target_properties(Tcmalloc::Tcmalloc PROPERTIES IMPORTED_LOCATION "${Tcmalloc_LIBRARY}")
endif()
