// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/hierarchy_rule.h"

#include "base/format.h"
#include "deid/cell_date.h"

namespace mangrove::deid {

namespace {

class DateRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 7; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        const auto date = parseCellDate(value);
        if (!date)
            return false;
        const int year = date->year;
        path.push_back(format("{:04}-{:02}", year, date->month));
        path.push_back(format("{:04}-Q{}", year, (date->month + 2) / 3));
        path.push_back(format("{:04}", year));
        const int five = year / 5 * 5;
        path.push_back(format("{:04}-{:04}", five, five + 4));
        const int decade = year / 10 * 10;
        path.push_back(format("{:04}-{:04}", decade, decade + 9));
        path.emplace_back(kTop);
        return true;
    }
};

} // namespace

RulePtr makeDateRule() {
    return std::make_shared<DateRule>();
}

} // namespace mangrove::deid
