# `cmake --install` gives the program, the libraries with their headers, the ontology and a package file, so that
# another project can say find_package(dossier) and link dossier::ingest.
include(CMakePackageConfigHelpers)

get_property(rooms GLOBAL PROPERTY DOSSIER_ROOMS)
install(TARGETS ${rooms} EXPORT dossier
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/dossier
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/dossier)
install(EXPORT dossier NAMESPACE dossier:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/dossier FILE dossierTargets.cmake)
if(TARGET dossier)
  install(TARGETS dossier RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(DIRECTORY ontology/public-affairs DESTINATION ${CMAKE_INSTALL_DATADIR}/dossier/ontology FILES_MATCHING PATTERN "*.ttl" PATTERN "README.md")
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})

configure_package_config_file(cmake/dossierConfig.cmake.in dossierConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/dossier)
write_basic_package_version_file(dossierConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/dossierConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/dossierConfigVersion.cmake"
  cmake/Dependencies.cmake DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/dossier)
