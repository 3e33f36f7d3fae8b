// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/domain.h"

namespace mangrove::catalog {

std::string_view name(Domain domain) {
    switch (domain) {
    case Domain::Care:
        return "care";
    case Domain::Insurance:
        return "insurance";
    case Domain::Pharma:
        return "pharma";
    case Domain::Other:
        break;
    }
    return "other";
}

std::optional<Domain> parseDomain(std::string_view word) {
    for (const Domain domain : kDomains) {
        if (name(domain) == word)
            return domain;
    }
    return std::nullopt;
}

} // namespace mangrove::catalog
