// The one entry point of every test program.
#define BOOST_TEST_MODULE dossier
#include <boost/test/unit_test.hpp>
