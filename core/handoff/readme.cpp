// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/readme.h"

#include "base/format.h"
#include "handoff/bag_info.h"
#include "handoff/layout.h"

#include <algorithm>
#include <chrono>

namespace mangrove::handoff {

namespace {

std::string cmsVerify(std::string_view signature, std::string_view content, std::int64_t at,
                      std::string_view rest) {
    return format(
        "openssl cms -verify -cades -binary -inform DER -in {} -content {} -CAfile \"$CA\" -no-CApath "
        "-no-CAstore -attime {} -out /dev/null {}",
        signature, content, at, rest);
}

/// The fingerprint as people compare it: groups of four, two lines.
std::string grouped(const std::string& hex) {
    std::string text;
    for (std::size_t i = 0; i < hex.size(); ++i) {
        if (i > 0 && i % 32 == 0)
            text += "\n    ";
        else if (i > 0 && i % 4 == 0)
            text += ' ';
        text += hex[i];
    }
    return text;
}

/// Texts of other people on one line: nobody can write a cut line or a heading into the README.
std::string oneLine(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' ');
    return text;
}

std::string chineseText(const PackageContents& contents, const ReadmeFacts& facts) {
    return format(
        "数据交付包 {id}\n"
        "{title}\n\n"
        "提供方：{organisation}\n"
        "接收方：{recipient}（{recipientOrganisation}）\n"
        "授权书：{permit}，有效期至 {until}\n"
        "签名人：{signer}\n"
        "导出时间：{exported}\n\n"
        "内容\n"
        "  data/payload/            去标识化数据（CSV，UTF-8）\n"
        "  data/permit/             授权书、审批决定及其签名\n"
        "  data/policy/             使用策略（ODRL 2.2）；接收方绑定 to-bind.json "
        "所列策略函数前不会自动执行\n"
        "  data/evidence/           去标识化、质量与分级证据\n"
        "  data/*.json              数据说明（RO-Crate、Data Package、Croissant）\n"
        "  manifest-*.txt           数据文件的 SHA-256 与 SM3 摘要\n"
        "  tagmanifest-sha256.txt   被签名的文件，绑定以上各清单\n"
        "  sig/                     签名、机构证书、审计锚点\n\n"
        "验证\n"
        "  解压后进入本文件夹，在终端中运行下面两条剪线之间的命令。只需 sha256sum 与 openssl 3。\n"
        "  包内证书可能与包一起被替换：请通过电话、公函或官网核对机构证书指纹（SHA-256）：\n"
        "    {ca}\n"
        "  若已从其他途径取得机构证书，请先运行：CA=/路径/ca.pem\n"
        "  本说明也可能被替换；命令应与 Mangrove 手册一致。也可运行：mangrove verify 包.zip --ca ca.pem\n",
        fmt::arg("id", contents.id.text()), fmt::arg("title", oneLine(contents.title)),
        fmt::arg("organisation", oneLine(contents.organisation)),
        fmt::arg("recipient", oneLine(contents.request.recipient)),
        fmt::arg("recipientOrganisation", oneLine(contents.request.recipientOrganisation)),
        fmt::arg("permit", contents.permit.id.text()),
        fmt::arg("until", toIso8601(contents.permit.validUntil)),
        fmt::arg("signer", oneLine(facts.signerName)), fmt::arg("exported", toIso8601(facts.exported)),
        fmt::arg("ca", grouped(facts.caFingerprint)));
}

std::string englishText(const PackageContents& contents, const ReadmeFacts& facts) {
    return format(
        "Data package {id}\n"
        "{title}\n\n"
        "From: {organisation}\n"
        "For: {recipient} ({recipientOrganisation})\n"
        "Permit: {permit}, valid until {until}\n"
        "Signed by: {signer}\n"
        "Exported: {exported}\n\n"
        "Contents\n"
        "  data/payload/            de-identified table (CSV, UTF-8)\n"
        "  data/permit/             permit and decisions with their signatures\n"
        "  data/policy/             usage policy (ODRL 2.2); not enforced by a connector until it binds\n"
        "                           the functions that to-bind.json lists\n"
        "  data/evidence/           evidence: de-identification, quality, classification\n"
        "  data/*.json              descriptions (RO-Crate, Data Package, Croissant)\n"
        "  manifest-*.txt           SHA-256 and SM3 digests of everything in data/\n"
        "  tagmanifest-sha256.txt   the signed file; it binds the lists above\n"
        "  sig/                     signature, the organisation's certificate, audit anchors\n\n"
        "To verify\n"
        "  Unpack, go into this folder and run the commands between the two cut lines above in a terminal.\n"
        "  Only sha256sum and openssl 3 are needed. Whoever exchanges the whole package can exchange the\n"
        "  enclosed certificate too: compare its SHA-256 fingerprint with the organisation by telephone,\n"
        "  letter or website:\n"
        "    {ca}\n"
        "  With the certificate from elsewhere, first run: CA=/path/to/ca.pem\n"
        "  This text can be exchanged as well; the commands must be those of the Mangrove manual. Or run:\n"
        "  mangrove verify PACKAGE.zip --ca ca.pem\n",
        fmt::arg("id", contents.id.text()), fmt::arg("title", oneLine(contents.title)),
        fmt::arg("organisation", oneLine(contents.organisation)),
        fmt::arg("recipient", oneLine(contents.request.recipient)),
        fmt::arg("recipientOrganisation", oneLine(contents.request.recipientOrganisation)),
        fmt::arg("permit", contents.permit.id.text()),
        fmt::arg("until", toIso8601(contents.permit.validUntil)),
        fmt::arg("signer", oneLine(facts.signerName)), fmt::arg("exported", toIso8601(facts.exported)),
        fmt::arg("ca", grouped(facts.caFingerprint)));
}

} // namespace

std::string verificationCommands(const ReadmeFacts& facts) {
    const std::int64_t at =
        std::chrono::floor<std::chrono::seconds>(facts.exported).time_since_epoch().count();
    std::string sigNames;
    for (const auto& name : facts.sigFiles)
        sigNames += name + " ";
    std::string text;
    const auto line = [&](const std::string& command) { text += command + " &&\n"; };
    text += "CA=${CA:-sig/ca.pem}; LC_ALL=C; export LC_ALL\n";
    line("{ test -z \"$(find . ! -type f ! -type d)\"");
    line("find data -type f -exec sha256sum {} + | sort -k 2 | diff - manifest-sha256.txt");
    line("find . -type f ! -path './data/*' ! -path './sig/*' ! -path ./tagmanifest-sha256.txt -exec "
         "sha256sum {} + "
         "| sed 's,  \\./,  ,' | sort -k 2 | diff - tagmanifest-sha256.txt");
    line(
        "find sig -type f ! -path sig/seal.sha256 -exec sha256sum {} + | sort -k 2 | diff - sig/seal.sha256");
    line(format("test \"$(cut -c 67- sig/seal.sha256 | tr '\\n' ' ')\" = \"{}\"", sigNames));
    line(cmsVerify(layout::kSignature, layout::kTagManifest, at, ""));
    line("test \"$(" + cmsVerify(layout::kSignature, layout::kTagManifest, at, "-signer /dev/stdout")
         + " | openssl x509 -outform DER | sha256sum | cut -c 1-64)\" = \"$(sed -n 's/^"
         + std::string(label::kSigner) + ": //p' bag-info.txt)\"");
    for (std::size_t i = 1; i <= facts.decisions; ++i)
        line(cmsVerify(layout::decision(i, ".p7s"), layout::decision(i, ".json"), at, ""));
    line(cmsVerify(layout::kPermitSignature, layout::kPermit, at, ""));
    text += "echo VERIFIED; } || { echo NOT VERIFIED; false; }\n";
    return text;
}

std::string readmeText(const PackageContents& contents, const ReadmeFacts& facts) {
    return chineseText(contents, facts) + "\n" + std::string(kCommandsBegin) + "\n"
           + verificationCommands(facts) + std::string(kCommandsEnd) + "\n\n" + englishText(contents, facts);
}

} // namespace mangrove::handoff
