// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/table_links.h"

#include <nlohmann/json.hpp>

namespace mangrove::profile {

std::string toJson(const TableLinks& links, const std::vector<TableKeys>& tables) {
    using LinkJson = nlohmann::ordered_json;
    LinkJson all{{"tables", LinkJson::array()}, {"links", LinkJson::array()}};
    for (const TableKeys& table : tables)
        all["tables"].push_back(
            {{"name", table.name}, {"rows", table.rows}, {"columns", table.columns.size()}});
    const auto endOf = [&](const LinkEnd& end) {
        return LinkJson{{"table", tables[end.table].name},
                        {"column", tables[end.table].columns[end.column]},
                        {"distinct", end.distinct},
                        {"key", end.isKey},
                        {"containment", end.containment}};
    };
    for (const ColumnLink& link : links.links)
        all["links"].push_back({{"from", endOf(link.from)},
                                {"to", endOf(link.to)},
                                {"kind", link.kind()},
                                {"shared", link.shared},
                                {"exact", link.exact},
                                {"standardError", link.standardError},
                                {"nameAgreement", link.nameAgreement},
                                {"score", link.score}});
    all["found"] = links.found;
    all["leftOut"] = {{"fewValues", links.leftOut.fewValues},
                      {"chance", links.leftOut.chance},
                      {"measures", links.leftOut.measures}};
    return all.dump();
}

} // namespace mangrove::profile
