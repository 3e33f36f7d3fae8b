// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/journey.h"

#include "demo/generator.h"
#include "demo/scene.h"
#include "demo/story_clock.h"
#include "workspace/errors.h"

#include <string>
#include <vector>

namespace mangrove::demo {

namespace {

constexpr int kStoryDays = 42;

/// Removes what a failed journey left in the folder.
class CleanUp {
public:
    explicit CleanUp(std::vector<std::filesystem::path> made) : m_made(std::move(made)) {}
    CleanUp(const CleanUp&) = delete;
    CleanUp& operator=(const CleanUp&) = delete;
    ~CleanUp() {
        std::error_code ignored;
        for (const auto& path : m_made)
            std::filesystem::remove_all(path, ignored);
    }
    void done() { m_made.clear(); }

private:
    std::vector<std::filesystem::path> m_made;
};

/// The files of a journey named `name`, the data of the generator left out.
struct Files {
    Files(const std::filesystem::path& folder, const std::string& name)
        : workspace(folder / (name + ".mangrove")), files(folder / (name + ".files")),
          package(folder / (name + ".zip")), certificate(folder / (name + ".ca.pem")),
          passphrases(folder / (name + ".passphrases.txt")) {}
    std::filesystem::path workspace, files, package, certificate, passphrases;

    [[nodiscard]] std::vector<std::filesystem::path> all() const {
        return {
            workspace,  workspace.string() + "-wal", workspace.string() + "-shm", files, package, certificate,
            passphrases};
    }
    /// kWorkspaceExists or kFileExists where one of them is there: nothing is ever replaced, or removed after
    /// a failure, that this journey did not make.
    [[nodiscard]] Status requireFree() const {
        std::error_code ignored;
        for (const auto& path : all()) {
            if (std::filesystem::exists(path, ignored))
                return Error(path == workspace ? errors::kWorkspaceExists : errors::kFileExists,
                             {path.string()});
        }
        return {};
    }
};

workspace::RegisterOptions extract(const std::filesystem::path& path, std::string name,
                                   std::string description, catalog::Domain domain, std::string owner) {
    workspace::RegisterOptions options;
    options.path = path;
    options.name = std::move(name);
    options.description = std::move(description);
    options.domain = domain;
    options.owner = std::move(owner);
    return options;
}

struct Extracts {
    catalog::Release visits;
    catalog::Release settlements;
    catalog::Release dispensing;
};

/// Weeks ago: the three extracts come in and are de-identified.
Result<Extracts> bringIn(Scene& scene, StoryClock& clock, const DemoFiles& files) {
    clock.goTo(40);
    MANGROVE_ASSIGN(const auto visits,
                    scene.registerFile(extract(files.visits, "住院就诊", "住院病案首页摘要，合成数据",
                                               catalog::Domain::Care, "病案室（演示）")));
    MANGROVE_ASSIGN(const auto settlements,
                    scene.registerFile(extract(files.settlements, "医保结算", "医保结算清单摘要，合成数据",
                                               catalog::Domain::Insurance, "医保办（演示）")));
    MANGROVE_ASSIGN(const auto dispensing,
                    scene.registerFile(extract(files.dispensing, "药品发放", "门诊和住院发药记录，合成数据",
                                               catalog::Domain::Pharma, "药剂科（演示）")));
    clock.goTo(39);
    for (const auto* dataset : {&visits, &settlements, &dispensing})
        MANGROVE_TRY(scene.assess(*dataset));
    clock.goTo(37);
    MANGROVE_TRY(scene.confirmColumns(visits, 2));
    clock.goTo(36);
    Extracts extracts;
    MANGROVE_ASSIGN(extracts.visits, scene.deidentify(visits));
    MANGROVE_ASSIGN(extracts.settlements, scene.deidentify(settlements));
    MANGROVE_ASSIGN(extracts.dispensing, scene.deidentify(dispensing));
    return extracts;
}

/// From a submitted draft to the decision.
Status passThrough(Scene& scene, const RequestId& id, Instant validUntil) {
    MANGROVE_TRY(scene.submit(id));
    MANGROVE_TRY(scene.screen(id));
    MANGROVE_TRY(scene.review(id));
    return scene.approve(id, validUntil);
}

constexpr std::string_view kLegalBasis = "公共数据授权运营（演示）；伦理审查免审说明（演示）";

Wish wish(std::string title, std::string purpose, std::string recipient, std::string organisation, int days) {
    return {std::move(title),        std::move(purpose),       std::move(recipient),
            std::move(organisation), std::string(kLegalBasis), days};
}

/// Since then: requests in all the states a reviewer meets.
Status tellRequests(Scene& scene, StoryClock& clock, const Extracts& extracts,
                    const std::filesystem::path& package, const std::filesystem::path& certificate) {
    const Instant present = clock.present();
    clock.goTo(34);
    MANGROVE_ASSIGN(const auto expired,
                    scene.draft(extracts.dispensing,
                                wish("抗菌药物使用强度月报", "核算住院抗菌药物使用强度，供院内合理用药通报",
                                     "药事组（演示）", "示例药物政策研究所", 60)));
    MANGROVE_TRY(passThrough(scene, expired, present - std::chrono::days(3)));

    clock.goTo(30);
    MANGROVE_ASSIGN(const auto exported,
                    scene.draft(extracts.visits, wish("出院后三十天再入院风险研究",
                                                      "建立再入院风险模型，评估慢性病出院随访的效果",
                                                      "再入院课题组（演示）", "海南示例大学", 60)));
    MANGROVE_TRY(scene.submit(exported));
    clock.goTo(28);
    MANGROVE_TRY(scene.screen(exported));
    clock.goTo(26);
    MANGROVE_TRY(scene.review(exported));
    clock.goTo(25);
    MANGROVE_TRY(scene.approve(exported, present + std::chrono::days(11)));
    clock.goTo(24);
    MANGROVE_TRY(scene.exportTo(exported, package));
    MANGROVE_TRY(scene.verify(package, certificate));

    clock.goTo(12);
    MANGROVE_ASSIGN(const auto refused,
                    scene.draft(extracts.visits, wish("健康产品推广名单", "筛选适合推广健康产品的人群",
                                                      "市场部（演示）", "示例健康管理公司", 90)));
    MANGROVE_TRY(scene.submit(refused));
    MANGROVE_TRY(scene.screen(refused));
    clock.goTo(11);
    MANGROVE_TRY(scene.reject(refused, "商业推广不属于允许的用途（演示）"));

    clock.goTo(9);
    MANGROVE_ASSIGN(
        const auto waiting,
        scene.draft(extracts.settlements, wish("住院费用结构分析", "分析病种费用结构，为支付方式改革提供依据",
                                               "支付改革课题组（演示）", "海南示例医保研究中心", 180)));
    MANGROVE_TRY(passThrough(scene, waiting, present + std::chrono::days(160)));

    clock.goTo(6);
    MANGROVE_ASSIGN(
        const auto ready,
        scene.draft(extracts.dispensing, wish("慢性病用药依从性评价", "评价降压和降糖药物的配药连续性",
                                              "随访课题组（演示）", "海南示例大学", 120)));
    MANGROVE_TRY(scene.submit(ready));
    MANGROVE_TRY(scene.screen(ready));
    clock.goTo(4);
    MANGROVE_TRY(scene.review(ready));

    clock.goTo(3);
    MANGROVE_ASSIGN(const auto inReview,
                    scene.draft(extracts.visits, wish("区域住院需求预测", "按病种和季节预测床位需求",
                                                      "规划组（演示）", "示例卫生规划院", 150)));
    MANGROVE_TRY(scene.submit(inReview));
    clock.goTo(2);
    MANGROVE_TRY(scene.screen(inReview));

    clock.goTo(1);
    MANGROVE_TRY(scene.draft(extracts.settlements, wish("异地就医结算分析", "了解异地住院的病种和费用分布",
                                                        "结算课题组（演示）", "海南示例医保研究中心", 90)));
    return {};
}

} // namespace

Result<JourneyReport> runDemo(const std::filesystem::path& folder, const DemoJourneyOptions& options,
                              const workspace::Environment& environment, const RunContext& context) {
    const Files made(folder, "demo");
    MANGROVE_TRY(made.requireFree());
    MANGROVE_ASSIGN(const auto files,
                    generateDemoData(folder / "data", {options.seed, options.rowsPerTable}, context));
    CleanUp cleanUp(made.all());
    StoryClock clock(environment.clock.now(), kStoryDays);
    const workspace::Environment past{clock, environment.random, environment.scrypt};
    JourneyReport report;
    report.workspace = made.workspace;
    {
        MANGROVE_ASSIGN(auto cast, makeCast(made.workspace, made.passphrases, "海南示例医院", past));
        report.passphrases = cast.passphrases;
        Scene scene(
            cast, clock, [&clock] { clock.tick(); }, context, report);
        MANGROVE_ASSIGN(const auto extracts, bringIn(scene, clock, files));
        MANGROVE_TRY(tellRequests(scene, clock, extracts, made.package, made.certificate));
    }
    cleanUp.done();
    return report;
}

Result<JourneyReport> runJourney(const std::filesystem::path& folder, const FileJourneyOptions& options,
                                 const workspace::Environment& environment, const RunContext& context) {
    const Files made(folder, "journey");
    MANGROVE_TRY(made.requireFree());
    CleanUp cleanUp(made.all());
    JourneyReport report;
    report.workspace = made.workspace;
    {
        MANGROVE_ASSIGN(auto cast, makeCast(made.workspace, made.passphrases, "海南示例医院", environment));
        report.passphrases = cast.passphrases;
        Scene scene(
            cast, environment.clock, [] {}, context, report);
        auto source = extract(options.file, options.name, "", options.domain, "病案室（演示）");
        source.read = options.read;
        MANGROVE_ASSIGN(const auto dataset, scene.registerFile(source));
        MANGROVE_TRY(scene.assess(dataset));
        MANGROVE_ASSIGN(const auto release, scene.deidentify(dataset));
        MANGROVE_ASSIGN(
            const auto request,
            scene.draft(release, wish(dataset.name + "：示范研究", "演示从原始文件到签名数据包的全过程",
                                      "课题组（演示）", "海南示例大学", 180)));
        MANGROVE_TRY(passThrough(scene, request, environment.clock.now() + std::chrono::days(90)));
        MANGROVE_TRY(scene.exportTo(request, made.package));
        MANGROVE_TRY(scene.verify(made.package, made.certificate));
    }
    cleanUp.done();
    return report;
}

} // namespace mangrove::demo
