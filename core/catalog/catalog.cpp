// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog.h"

#include "base/text.h"
#include "catalog/errors.h"
#include "store/database.h"

#include <array>
#include <nlohmann/json.hpp>

namespace mangrove::catalog {

namespace {

constexpr std::size_t kMaxNameCodePoints = 120;

constexpr std::string_view kDatasetColumns =
    "id, name, description, domain, owner, path, format, encoding, delimiter, quote, header, null_words, "
    "sheet, source_table, bytes, sha256, row_count, columns, registered, registered_by, version, level39725, "
    "source_query, skip_lines, quote_escape, ragged, totals, max_cell_bytes";
constexpr std::string_view kAssessmentColumns = "kind, dataset, at, by, source_sha256, json, input_json";
constexpr std::string_view kReleaseColumns =
    "id, dataset, path, sha256, bytes, row_count, columns, source_sha256, recipe_json, recipe_sha256, "
    "report_json, level42460, highest_risk, created, by";

std::string listText(const std::vector<std::string>& words) {
    return nlohmann::json(words).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<std::vector<std::string>> parseList(const std::string& text, const std::string& entry) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array())
        return Error(errors::kCatalogDamaged, {entry, "a list is no JSON array"});
    std::vector<std::string> words;
    words.reserve(json.size());
    for (const auto& word : json) {
        if (!word.is_string())
            return Error(errors::kCatalogDamaged, {entry, "a list holds something else than texts"});
        words.push_back(word.get<std::string>());
    }
    return words;
}

Result<Dataset> readDataset(const store::Statement& row) {
    Dataset dataset;
    dataset.id = DatasetId(row.text(0));
    dataset.name = row.text(1);
    dataset.description = row.text(2);
    const auto domain = parseDomain(row.textView(3));
    if (!domain)
        return Error(errors::kCatalogDamaged, {dataset.id.text(), "unknown domain"});
    dataset.domain = *domain;
    dataset.owner = row.text(4);
    dataset.path = row.text(5);
    dataset.dialect.format = row.text(6);
    dataset.dialect.encoding = row.text(7);
    dataset.dialect.delimiter = row.text(8);
    dataset.dialect.quote = row.text(9);
    dataset.dialect.header = row.boolean(10);
    MANGROVE_ASSIGN(dataset.dialect.nullWords, parseList(row.text(11), dataset.id.text()));
    dataset.dialect.sheet = row.text(12);
    dataset.dialect.table = row.text(13);
    dataset.bytes = row.count(14);
    dataset.sha256 = row.text(15);
    dataset.rows = row.count(16);
    MANGROVE_ASSIGN(dataset.columns, parseList(row.text(17), dataset.id.text()));
    dataset.registered = row.instant(18);
    dataset.registeredBy = UserId(row.text(19));
    dataset.version = static_cast<int>(row.integer(20));
    dataset.level39725 = static_cast<int>(row.integer(21));
    dataset.dialect.query = row.text(22);
    if (const auto lines = row.optionalInteger(23))
        dataset.dialect.skipLines = static_cast<std::uint32_t>(*lines);
    dataset.dialect.quoteEscape = row.text(24);
    dataset.dialect.ragged = row.text(25);
    dataset.dialect.totals = row.text(26);
    dataset.dialect.maxCellBytes = row.count(27);
    return dataset;
}

Result<AssessmentKind> parseKind(std::string_view word) {
    for (const auto kind :
         {AssessmentKind::Profile, AssessmentKind::Classification, AssessmentKind::Quality}) {
        if (name(kind) == word)
            return kind;
    }
    return Error(errors::kCatalogDamaged, {std::string(word), "unknown kind of assessment"});
}

Result<Assessment> readAssessment(const store::Statement& row) {
    Assessment assessment;
    MANGROVE_ASSIGN(assessment.kind, parseKind(row.textView(0)));
    assessment.dataset = DatasetId(row.text(1));
    assessment.at = row.instant(2);
    assessment.by = UserId(row.text(3));
    assessment.sourceSha256 = row.text(4);
    assessment.json = row.text(5);
    assessment.inputJson = row.text(6);
    return assessment;
}

Result<Release> readRelease(const store::Statement& row) {
    Release release;
    release.id = ReleaseId(row.text(0));
    release.dataset = DatasetId(row.text(1));
    release.path = row.text(2);
    release.sha256 = row.text(3);
    release.bytes = row.count(4);
    release.rows = row.count(5);
    MANGROVE_ASSIGN(release.columns, parseList(row.text(6), release.id.text()));
    release.sourceSha256 = row.text(7);
    release.recipeJson = row.text(8);
    release.recipeSha256 = row.text(9);
    release.reportJson = row.text(10);
    release.level42460 = static_cast<int>(row.integer(11));
    release.highestRisk = row.real(12);
    release.created = row.instant(13);
    release.by = UserId(row.text(14));
    return release;
}

/// All rows of a statement through one of the readers above.
template<typename T, typename Reader>
Result<std::vector<T>> readAll(store::Statement& rows, const Reader& read) {
    std::vector<T> all;
    while (true) {
        MANGROVE_ASSIGN(const bool more, rows.step());
        if (!more)
            return all;
        MANGROVE_ASSIGN(T one, read(rows));
        all.push_back(std::move(one));
    }
}

/// LIKE pattern that finds `text` anywhere, its own % and _ taken literally.
std::string likePattern(std::string_view text) {
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

Status checkName(std::string_view text) {
    if (findInvalidUtf8(text) != std::string_view::npos || trim(text).empty()
        || text.find_first_of("\r\n") != std::string_view::npos || codePointCount(text) > kMaxNameCodePoints)
        return Error(errors::kDatasetNameBad, {std::to_string(kMaxNameCodePoints)});
    return {};
}

const std::array<const ErrorInfo*, 1> kRules{&errors::kCatalogFixed};

} // namespace

Catalog::Catalog(store::Database& database) : m_database(&database) {
    database.mapRuleErrors(kRules);
}

Status Catalog::add(const Dataset& dataset) {
    MANGROVE_TRY(checkName(dataset.name));
    MANGROVE_ASSIGN(auto taken, m_database->query("SELECT id FROM dataset WHERE name = ?", dataset.name));
    MANGROVE_ASSIGN(const bool exists, taken.step());
    if (exists)
        return Error(errors::kDatasetNameTaken, {dataset.name, taken.text(0)});
    const auto& dialect = dataset.dialect;
    const std::string nullWords = listText(dialect.nullWords);
    const std::string columns = listText(dataset.columns);
    return m_database->run("INSERT INTO dataset (" + std::string(kDatasetColumns)
                               + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                           dataset.id, dataset.name, dataset.description, catalog::name(dataset.domain),
                           dataset.owner, dataset.path, dialect.format, dialect.encoding, dialect.delimiter,
                           dialect.quote, dialect.header ? 1 : 0, nullWords, dialect.sheet, dialect.table,
                           dataset.bytes, dataset.sha256, dataset.rows, columns, dataset.registered,
                           dataset.registeredBy, dataset.version, dataset.level39725, dialect.query,
                           dialect.skipLines, dialect.quoteEscape, dialect.ragged, dialect.totals,
                           dialect.maxCellBytes);
}

Result<std::vector<Dataset>> Catalog::list() {
    MANGROVE_ASSIGN(auto rows, m_database->prepare("SELECT " + std::string(kDatasetColumns)
                                                   + " FROM dataset ORDER BY name"));
    return readAll<Dataset>(rows, readDataset);
}

Result<std::vector<Dataset>> Catalog::search(std::string_view text) {
    const std::string pattern = likePattern(text);
    MANGROVE_ASSIGN(
        auto rows,
        m_database->query("SELECT " + std::string(kDatasetColumns)
                              + " FROM dataset WHERE name LIKE ?1 ESCAPE '\\' OR description LIKE ?1 "
                                "ESCAPE '\\' OR owner LIKE ?1 ESCAPE '\\' OR EXISTS (SELECT 1 FROM "
                                "json_each(dataset.columns) WHERE value LIKE ?1 ESCAPE '\\') "
                                "ORDER BY name",
                          pattern));
    return readAll<Dataset>(rows, readDataset);
}

Result<Dataset> Catalog::find(const DatasetId& id) {
    MANGROVE_ASSIGN(
        auto row,
        m_database->query("SELECT " + std::string(kDatasetColumns) + " FROM dataset WHERE id = ?", id));
    MANGROVE_ASSIGN(const bool found, row.step());
    if (!found)
        return Error(errors::kDatasetNotFound, {id.text()});
    return readDataset(row);
}

Result<std::optional<DatasetId>> Catalog::idOfName(std::string_view name) {
    MANGROVE_ASSIGN(auto row, m_database->query("SELECT id FROM dataset WHERE name = ?", name));
    MANGROVE_ASSIGN(const bool found, row.step());
    if (!found)
        return std::optional<DatasetId>();
    return std::optional<DatasetId>(DatasetId(row.text(0)));
}

Status Catalog::setPath(const DatasetId& id, std::string_view path) {
    MANGROVE_TRY(m_database->run("UPDATE dataset SET path = ? WHERE id = ?", path, id));
    if (m_database->changes() == 0)
        return Error(errors::kDatasetNotFound, {id.text()});
    return {};
}

Status Catalog::renew(const Dataset& renewed, Instant at, const UserId& by) {
    MANGROVE_ASSIGN(const auto old, find(renewed.id));
    const std::string oldColumns = listText(old.columns);
    MANGROVE_TRY(m_database->run("INSERT INTO dataset_version (dataset, version, sha256, bytes, row_count, "
                                 "columns, until, renewed_by) "
                                 "VALUES (?,?,?,?,?,?,?,?)",
                                 old.id, old.version, old.sha256, old.bytes, old.rows, oldColumns, at, by));
    const auto& dialect = renewed.dialect;
    const std::string nullWords = listText(dialect.nullWords);
    const std::string columns = listText(renewed.columns);
    return m_database->run(
        "UPDATE dataset SET path = ?, format = ?, encoding = ?, delimiter = ?, quote = ?, header = ?, "
        "null_words = ?, sheet = ?, source_table = ?, bytes = ?, sha256 = ?, row_count = ?, columns = ?, "
        "version = ?, source_query = ?, skip_lines = ?, quote_escape = ?, ragged = ?, totals = ?, "
        "max_cell_bytes = ? "
        "WHERE id = ?",
        renewed.path, dialect.format, dialect.encoding, dialect.delimiter, dialect.quote,
        dialect.header ? 1 : 0, nullWords, dialect.sheet, dialect.table, renewed.bytes, renewed.sha256,
        renewed.rows, columns, renewed.version, dialect.query, dialect.skipLines, dialect.quoteEscape,
        dialect.ragged, dialect.totals, dialect.maxCellBytes, renewed.id);
}

Result<std::vector<DatasetVersion>> Catalog::versions(const DatasetId& id) {
    MANGROVE_ASSIGN(auto rows,
                    m_database->query("SELECT dataset, version, sha256, bytes, row_count, columns, until, "
                                      "renewed_by FROM dataset_version WHERE dataset = ? ORDER BY version",
                                      id));
    return readAll<DatasetVersion>(rows, [](const store::Statement& row) -> Result<DatasetVersion> {
        DatasetVersion version;
        version.dataset = DatasetId(row.text(0));
        version.version = static_cast<int>(row.integer(1));
        version.sha256 = row.text(2);
        version.bytes = row.count(3);
        version.rows = row.count(4);
        MANGROVE_ASSIGN(version.columns, parseList(row.text(5), row.text(0)));
        version.until = row.instant(6);
        version.renewedBy = UserId(row.text(7));
        return version;
    });
}

Status Catalog::setLevel(const DatasetId& id, int level39725) {
    MANGROVE_TRY(m_database->run("UPDATE dataset SET level39725 = ? WHERE id = ?", level39725, id));
    if (m_database->changes() == 0)
        return Error(errors::kDatasetNotFound, {id.text()});
    return {};
}

Status Catalog::addAssessment(const Assessment& assessment) {
    return m_database->run("INSERT INTO assessment (" + std::string(kAssessmentColumns)
                               + ") VALUES (?,?,?,?,?,?,?)",
                           catalog::name(assessment.kind), assessment.dataset, assessment.at, assessment.by,
                           assessment.sourceSha256, assessment.json, assessment.inputJson);
}

Result<std::optional<Assessment>> Catalog::assessment(const DatasetId& id, AssessmentKind kind) {
    MANGROVE_ASSIGN(
        auto rows,
        m_database->query("SELECT " + std::string(kAssessmentColumns)
                              + " FROM assessment WHERE dataset = ? AND kind = ? ORDER BY seq DESC LIMIT 1",
                          id, catalog::name(kind)));
    MANGROVE_ASSIGN(const bool found, rows.step());
    if (!found)
        return std::optional<Assessment>();
    MANGROVE_ASSIGN(auto newest, readAssessment(rows));
    return std::optional<Assessment>(std::move(newest));
}

Result<std::optional<Instant>> Catalog::assessmentTime(const DatasetId& id, AssessmentKind kind) {
    MANGROVE_ASSIGN(auto rows,
                    m_database->query(
                        "SELECT at FROM assessment WHERE dataset = ? AND kind = ? ORDER BY seq DESC LIMIT 1",
                        id, catalog::name(kind)));
    MANGROVE_ASSIGN(const bool found, rows.step());
    return found ? std::optional<Instant>(rows.instant(0)) : std::nullopt;
}

Result<std::vector<Assessment>> Catalog::assessments(const DatasetId& id, AssessmentKind kind) {
    MANGROVE_ASSIGN(auto rows,
                    m_database->query("SELECT " + std::string(kAssessmentColumns)
                                          + " FROM assessment WHERE dataset = ? AND kind = ? ORDER BY seq",
                                      id, catalog::name(kind)));
    return readAll<Assessment>(rows, readAssessment);
}

Status Catalog::addDecision(const ColumnDecision& decision) {
    return m_database->run(
        "INSERT INTO column_decision (dataset, column_name, class, identifier, reason, by, at, verdict, "
        "version, basis) VALUES (?,?,?,?,?,?,?,?,?,?)",
        decision.dataset, decision.column, decision.classId, decision.identifier, decision.reason,
        decision.by, decision.at, decision.verdict, decision.version, decision.basisJson);
}

Result<std::vector<ColumnDecision>> Catalog::decisions(const DatasetId& id) {
    MANGROVE_ASSIGN(auto rows,
                    m_database->query("SELECT dataset, column_name, class, identifier, reason, by, at, "
                                      "verdict, version, basis FROM column_decision WHERE dataset = ? "
                                      "ORDER BY seq",
                                      id));
    return readAll<ColumnDecision>(rows, [](const store::Statement& row) -> Result<ColumnDecision> {
        return ColumnDecision{DatasetId(row.text(0)),
                              row.text(1),
                              row.text(2),
                              row.optionalText(3),
                              row.text(4),
                              UserId(row.text(5)),
                              row.instant(6),
                              row.text(7),
                              static_cast<int>(row.integer(8)),
                              row.text(9)};
    });
}

Status Catalog::addRelease(const Release& release) {
    const std::string columns = listText(release.columns);
    return m_database->run(
        "INSERT INTO release (" + std::string(kReleaseColumns) + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        release.id, release.dataset, release.path, release.sha256, release.bytes, release.rows, columns,
        release.sourceSha256, release.recipeJson, release.recipeSha256, release.reportJson,
        release.level42460, release.highestRisk, release.created, release.by);
}

Result<std::vector<Release>> Catalog::releases(const std::optional<DatasetId>& dataset) {
    MANGROVE_ASSIGN(auto rows, m_database->query("SELECT " + std::string(kReleaseColumns)
                                                     + " FROM release WHERE ?1 IS NULL OR dataset = ?1 "
                                                       "ORDER BY created DESC, rowid DESC",
                                                 dataset));
    return readAll<Release>(rows, readRelease);
}

Result<std::uint64_t> Catalog::releaseCount(const DatasetId& dataset) {
    MANGROVE_ASSIGN(auto row, m_database->query("SELECT count(*) FROM release WHERE dataset = ?", dataset));
    MANGROVE_ASSIGN(const bool found, row.step());
    return found ? row.count(0) : 0;
}

Result<Release> Catalog::findRelease(const ReleaseId& id) {
    MANGROVE_ASSIGN(
        auto row,
        m_database->query("SELECT " + std::string(kReleaseColumns) + " FROM release WHERE id = ?", id));
    MANGROVE_ASSIGN(const bool found, row.step());
    if (!found)
        return Error(errors::kReleaseNotFound, {id.text()});
    return readRelease(row);
}

Status Catalog::addPackage(const PackageRecord& package) {
    return m_database->run("INSERT INTO package (id, request, permit, release, dataset, path, sha256, bytes, "
                           "recipient, created, by) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                           package.id, package.request, package.permit, package.release, package.dataset,
                           package.path, package.sha256, package.bytes, package.recipientOrganisation,
                           package.created, package.by);
}

Result<std::vector<PackageRecord>> Catalog::packages() {
    MANGROVE_ASSIGN(auto rows, m_database->prepare(
                                   "SELECT id, request, permit, release, dataset, path, sha256, bytes, "
                                   "recipient, created, by FROM package ORDER BY created DESC, rowid DESC"));
    return readAll<PackageRecord>(rows, [](const store::Statement& row) -> Result<PackageRecord> {
        return PackageRecord{PackageId(row.text(0)),
                             RequestId(row.text(1)),
                             PermitId(row.text(2)),
                             ReleaseId(row.text(3)),
                             DatasetId(row.text(4)),
                             row.text(5),
                             row.text(6),
                             row.count(7),
                             row.text(8),
                             row.instant(9),
                             UserId(row.text(10))};
    });
}

} // namespace mangrove::catalog
