// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/gates.h"
#include "base/error.h"

#include <array>

namespace mangrove::authorization {

namespace {

constexpr std::array<GateInfo, 10> kGates{{
    {"G1", "Purpose and data use", "目的与数据使用", "PIPL 6; DUO"},
    {"G2", "Legal basis", "合法性基础", "PIPL 13, 29"},
    {"G3", "Ethics approval", "伦理审批", "national rule for research on people; hospital ethics committee"},
    {"G4", "Re-identification risk", "重标识风险",
     "GB/T 42460-2023 6.2, 6.3, Annex D; GB/T 39725-2020 10.2 d"},
    {"G5", "Minimum necessary", "最小必要", "PIPL 6; GB/T 39725-2020 8.3"},
    {"G6", "Human genetic resources", "人类遗传资源", "Regulation on human genetic resources 28"},
    {"G7", "Cross-border", "数据出境", "PIPL 38; provisions on cross-border data flow (2024-03-22)"},
    {"G8", "Level and receiver's environment", "数据级别与接收环境",
     "GB/T 39725-2020 6.2, 8.1 (to be confirmed), Annex E"},
    {"G9", "Registration", "登记", "Hainan 692/2025; NDRC data rule 26/2025"},
    {"G10", "Quality minimum", "质量底线", "GB/T 36344-2018"},
}};

constexpr std::array<GateReason, 43> kReasons{{
    {"purpose-stated", "The purpose is stated; the data set records no limits of use.",
     "已说明使用目的；数据集未登记使用限制。"},
    {"duo-matches", "The purpose fits the uses recorded for the data set ({0}).",
     "使用目的与数据集登记的用途（{0}）相符。"},
    {"purpose-missing", "No purpose is stated.", "未说明使用目的。"},
    {"duo-not-stated", "The data set allows only {0}; the request names no data-use code.",
     "数据集仅允许 {0}；申请未注明数据使用代码。"},
    {"duo-not-allowed", "The data set does not allow {0}.", "数据集不允许 {0}。"},
    {"legal-basis-stated", "A legal basis is stated (whether it holds, a person has to judge): {0}",
     "已说明合法性基础（是否成立须由人判断）：{0}"},
    {"legal-basis-missing", "No legal basis is stated.", "未说明合法性基础。"},
    {"ethics-not-needed", "No ethics approval is asked for and none is given.", "无需且未提供伦理审批。"},
    {"ethics-missing", "Ethics approval is required and no number is given.",
     "需要伦理审批，但未提供批件号。"},
    {"ethics-expired", "The ethics approval {0} ended at {1}.", "伦理批件 {0} 已于 {1} 失效。"},
    {"ethics-valid", "Ethics approval {0}, valid until {1}.", "伦理批件 {0}，有效期至 {1}。"},
    {"ethics-no-end", "Ethics approval {0}, without a recorded end.", "伦理批件 {0}，未登记有效期。"},
    {"not-deidentified", "No de-identified table has been made and measured for this request.",
     "尚未为本申请生成并度量去标识化数据表。"},
    {"release-changed", "The released file is not the one that was measured.",
     "发布文件与度量时的文件不一致。"},
    {"other-release", "The request names another released file than the one at hand.",
     "申请指定的发布文件与当前文件不一致。"},
    {"source-changed", "The source file has changed since it was registered.", "源文件自登记后已变化。"},
    {"direct-identifiers", "The released table still has direct identifiers (GB/T 42460 level 1).",
     "发布数据仍含直接标识符（GB/T 42460 1 级）。"},
    {"level-too-low", "GB/T 42460 level {0}; at least {1} is required.",
     "GB/T 42460 {0} 级；要求不低于 {1} 级。"},
    {"group-too-small", "The smallest group has {0} records; at least {1} are required.",
     "最小等价类有 {0} 条记录；要求不少于 {1} 条。"},
    {"risk-acceptable", "GB/T 42460 level {0}; smallest group {1}.",
     "GB/T 42460 {0} 级；最小等价类 {1} 条。"},
    {"columns-exceed", "The released table has columns nobody asked for: {0}", "发布数据含未申请的字段：{0}"},
    {"columns-fit", "The released table has only columns that were asked for ({0} of {1}).",
     "发布数据仅含所申请的字段（{0}/{1}）。"},
    {"columns-unnamed", "The request names no columns: all {0} of the release are given.",
     "申请未列明字段：将提供发布数据的全部 {0} 个字段。"},
    {"columns-unknown", "There is no released table whose columns could be compared.",
     "尚无可比对字段的发布数据。"},
    {"genetic-none", "No column with human genetic information was found.",
     "未发现含人类遗传资源信息的字段。"},
    {"genetic-unfiled", "Human genetic information ({0}) for a foreign receiver, and no filing number.",
     "向境外方提供人类遗传资源信息（{0}），但无备案号。"},
    {"genetic-domestic", "Human genetic information ({0}) for a domestic receiver; keep it recorded.",
     "向境内方提供人类遗传资源信息（{0}）；须留存记录。"},
    {"genetic-filed", "Human genetic information ({0}), filing {1}.",
     "人类遗传资源信息（{0}），备案号 {1}。"},
    {"border-none", "The receiver is on the mainland.", "接收方在境内。"},
    {"border-no-path", "The data cross the border and no lawful path is documented.",
     "数据出境，但未记录合规路径。"},
    {"border-exempt", "The data cross the border under an exemption: {0}", "数据出境，适用豁免：{0}"},
    {"border-documented", "The data cross the border by {0}, reference {1}.", "数据出境：{0}，文号 {1}。"},
    {"level-unknown", "The data set is not classified yet.", "数据集尚未分级。"},
    {"level-sharing", "Level {0} data may not be given away as '{1}'.", "{0} 级数据不得以“{1}”方式提供。"},
    {"level-agreement", "Level {0} data: a signed data-use agreement is needed.",
     "{0} 级数据：须签订数据使用协议。"},
    {"level-fits", "Level {0} data under '{1}' sharing.", "{0} 级数据，以“{1}”方式提供。"},
    {"registration-open", "Not registered yet; the product has to be registered before it is traded.",
     "尚未登记；流通前须完成产品登记。"},
    {"registered", "Registered as {0}.", "登记号 {0}。"},
    {"quality-unknown", "Quality has not been checked.", "尚未检查质量。"},
    {"quality-fails", "{0} quality checks of severity error failed and nobody accepted them.",
     "{0} 项严重质量检查未通过，且无人确认接受。"},
    {"quality-accepted", "{0} failed quality checks were accepted by {1}.",
     "{0} 项未通过的质量检查已由 {1} 确认接受。"},
    {"quality-warnings", "{0} quality checks of severity warning failed.", "{0} 项警告级质量检查未通过。"},
    {"quality-good", "All quality checks hold.", "质量检查全部通过。"},
}};

} // namespace

std::string_view name(GateStatus status) {
    constexpr std::array<std::string_view, 6> kNames{"pass",  "conditional", "fail",
                                                     "stale", "open",        "not-applicable"};
    return kNames.at(static_cast<std::size_t>(status));
}

std::span<const GateInfo> gateInfos() {
    return kGates;
}

std::span<const GateReason> gateReasons() {
    return kReasons;
}

std::string gateText(const Gate& gate, bool chinese) {
    for (const auto& reason : kReasons) {
        if (reason.code == gate.reason)
            return fillPlaceholders(chinese ? reason.zh : reason.en, gate.args);
    }
    return gate.reason;
}

} // namespace mangrove::authorization
