// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/apply_set.h"

#include "deid/apply_json.h"

#include "base/file.h"
#include "base/format.h"
#include "deid/coded_note_tree_internal.h"
#include "deid/json_fields.h"
#include "deid/model_json_internal.h"
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

Result<PersonList> readPersons(const JsonNode& node, const std::string& file) {
    JsonFields fields(node, "subset", file);
    PersonList list;
    MANGROVE_ASSIGN(const JsonNode* persons, fields.take("persons", JsonNode::Type::Array));
    for (std::size_t i = 0; persons != nullptr && i < persons->items.size(); ++i) {
        const JsonNode& person = persons->items[i];
        if (person.type != JsonNode::Type::String || person.text.empty())
            return JsonFields::fieldError(format("subset.persons[{}]", i), person.line,
                                          "must be the text that stands in the column of persons", file);
        list.persons.push_back(person.text);
    }
    MANGROVE_ASSIGN(const auto name, fields.text("file"));
    list.file = name.value_or("");
    MANGROVE_TRY(fields.finish());
    return list;
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
    set.link.folder = folder;
    MANGROVE_ASSIGN(const JsonNode* subset, fields.take("subset", JsonNode::Type::Object));
    if (subset != nullptr) {
        MANGROVE_ASSIGN(set.link.subset, readPersons(*subset, file));
    }
    MANGROVE_ASSIGN(const JsonNode* models, fields.take("models", JsonNode::Type::Array));
    for (std::size_t i = 0; models != nullptr && i < models->items.size(); ++i) {
        MANGROVE_ASSIGN(Model model, readModel(models->items[i], format("models[{}]", i), file));
        set.link.models.push_back(std::move(model));
    }
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
    if (report.joined.population)
        tree["personsOnlyPopulation"] = report.personsOnlyPopulation;
    tree["raisedLevels"] = report.raisedLevels;
    tree["joined"] = riskTree(report.joined);
    tree["models"] = Tree::array();
    for (const ModelCheck& check : report.models)
        tree["models"].push_back(modelCheckTree(check));
    tree["notes"] = notesTree(report.notes);
    tree["tables"] = Tree::array();
    for (const ApplyReport& table : report.tables)
        tree["tables"].push_back(Tree::parse(toJson(table), nullptr, false));
    return tree.dump(-1, ' ', false, Tree::error_handler_t::replace);
}

} // namespace mangrove::deid
