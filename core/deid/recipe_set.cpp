// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/apply_set.h"

#include "deid/apply_json.h"

#include "base/file.h"
#include "base/format.h"
#include "deid/json_fields.h"
#include "deid/report_tree_internal.h"

#include <nlohmann/json.hpp>

#include <set>

namespace mangrove::deid {

namespace {

constexpr std::size_t kMostTables = 64;

Result<LinkedTable> readTable(const JsonNode& node, const std::string& path, const std::string& file,
                              const std::filesystem::path& folder, const std::filesystem::path& outFolder) {
    JsonFields fields(node, path, file);
    MANGROVE_TRY(fields.mustBeObject());
    LinkedTable table;
    MANGROVE_ASSIGN(const std::string input, fields.requiredText("file"));
    MANGROVE_ASSIGN(const std::string recipe, fields.requiredText("recipe"));
    MANGROVE_ASSIGN(table.person, fields.requiredText("person"));
    MANGROVE_ASSIGN(const auto out, fields.text("out"));
    MANGROVE_TRY(fields.finish());
    table.input = folder / input;
    table.output =
        outFolder
        / (out && !out->empty() ? std::filesystem::path(*out) : std::filesystem::path(input).filename());
    const std::filesystem::path recipePath = folder / recipe;
    table.hierarchyFolder = recipePath.parent_path();
    MANGROVE_ASSIGN(const std::string text, readFile(recipePath));
    MANGROVE_ASSIGN(table.recipe, parseRecipe(text, recipePath.string()));
    return table;
}

} // namespace

Result<RecipeSet> parseRecipeSet(std::string_view json, const std::string& file,
                                 const std::filesystem::path& folder,
                                 const std::filesystem::path& outFolder) {
    MANGROVE_ASSIGN(const JsonNode document, parseJsonDocument(json, file));
    JsonFields fields(document, "", file);
    MANGROVE_TRY(fields.mustBeObject());
    MANGROVE_ASSIGN(const auto version, fields.whole("recipeSet"));
    if (version != 1U)
        return fields.error("recipeSet", "must be 1, the version of recipe sets that this program reads");
    RecipeSet set;
    MANGROVE_ASSIGN(const auto k, fields.whole("k", 1));
    set.link.k = k.value_or(static_cast<std::uint32_t>(set.link.k));
    MANGROVE_ASSIGN(const auto limit, fields.share("suppressionLimit"));
    set.link.suppressionLimit = limit.value_or(0);
    MANGROVE_ASSIGN(const JsonNode* tables, fields.take("tables", JsonNode::Type::Array));
    if (tables == nullptr || tables->items.empty() || tables->items.size() > kMostTables)
        return fields.error("tables", "must list 1 to 64 tables");
    std::set<std::filesystem::path> outputs;
    for (std::size_t i = 0; i < tables->items.size(); ++i) {
        MANGROVE_ASSIGN(LinkedTable table,
                        readTable(tables->items[i], format("tables[{}]", i), file, folder, outFolder));
        if (!outputs.insert(table.output.lexically_normal()).second)
            return fields.error("tables", "must write each table to a file of its own");
        set.tables.push_back(std::move(table));
    }
    MANGROVE_TRY(fields.finish());
    return set;
}

std::string toJson(const LinkReport& report) {
    using Tree = nlohmann::ordered_json;
    Tree tree;
    tree["k"] = report.k;
    tree["persons"] = report.persons;
    tree["personsSuppressed"] = report.personsSuppressed;
    tree["raisedLevels"] = report.raisedLevels;
    tree["joined"] = riskTree(report.joined);
    tree["tables"] = Tree::array();
    for (const ApplyReport& table : report.tables)
        tree["tables"].push_back(Tree::parse(toJson(table), nullptr, false));
    return tree.dump(-1, ' ', false, Tree::error_handler_t::replace);
}

} // namespace mangrove::deid
