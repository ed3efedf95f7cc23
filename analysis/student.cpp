// How far from zero may Student's t lie by chance?

#include "analysis/student.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "models/error.hpp"

namespace ccm {

double student_quantile(double confidence, double degrees) {
  require(confidence > 0 && confidence < 1, "student: the confidence must lie in (0, 1)");
  require(degrees > 0, "student: the degrees of freedom must be positive");
  const boost::math::students_t student(degrees);
  return boost::math::quantile(boost::math::complement(student, (1 - confidence) / 2));
}

double student_p_value(double t, double degrees) {
  require(degrees > 0, "student: the degrees of freedom must be positive");
  const boost::math::students_t student(degrees);
  return 2 * boost::math::cdf(boost::math::complement(student, std::abs(t)));
}

}  // namespace ccm
