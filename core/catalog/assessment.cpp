// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/assessment.h"

namespace mangrove::catalog {

std::string_view name(AssessmentKind kind) {
    switch (kind) {
    case AssessmentKind::Profile:
        return "profile";
    case AssessmentKind::Classification:
        return "classification";
    case AssessmentKind::Quality:
        break;
    }
    return "quality";
}

} // namespace mangrove::catalog
