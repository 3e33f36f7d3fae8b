// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/package_builder.h"

#include "authorization/errors.h"
#include "base/file.h"
#include "base/text.h"
#include "crypto/cms.h"
#include "crypto/sha256.h"
#include "crypto/sm3.h"
#include "handoff/bag_info.h"
#include "handoff/descriptions.h"
#include "handoff/errors.h"
#include "handoff/layout.h"
#include "handoff/manifest.h"
#include "handoff/odrl_policy.h"
#include "handoff/readme.h"
#include "handoff/safe_path.h"
#include "handoff/zip_writer.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <map>
#include <optional>
#include <unistd.h>

namespace mangrove::handoff {

namespace {

Error refused(std::string what) {
    return Error(errors::kPackageContents, {std::move(what)});
}

Status checkContents(const PackageContents& contents) {
    if (!isSafeName(contents.id.text()))
        return refused("its id is missing or not a portable file name");
    if (contents.payloads.empty())
        return refused("there is no table in it");
    std::vector<std::string> names;
    for (const auto& payload : contents.payloads) {
        if (!isSafeName(payload.name))
            return refused("'" + payload.name + "' is not a portable file name");
        names.push_back(std::string(layout::kPayload) + payload.name);
    }
    MANGROVE_TRY(checkDistinct(names));
    if (contents.permit.document.text.empty() || contents.permit.document.signature.empty())
        return refused("there is no signed permit");
    if (contents.permit.decisions.empty())
        return refused("there is no signed decision");
    MANGROVE_ASSIGN(const auto permit, authorization::readPermit(contents.permit.document.text));
    for (const auto& payload : contents.payloads) {
        if (payload.sha256 != permit.releaseSha256)
            return Error(errors::kPermitPayload, {payload.name, permit.releaseSha256});
    }
    for (const std::string* text : {&contents.title, &contents.description, &contents.organisation}) {
        if (findInvalidUtf8(*text) != std::string::npos)
            return refused("a text is not well-formed UTF-8");
    }
    return {};
}

struct Measured {
    std::uint64_t bytes = 0;
    crypto::Digest sha256{};
    crypto::Digest sm3{};
};

Measured measure(std::string_view bytes) {
    return {bytes.size(), crypto::sha256(bytes), crypto::sm3(asBytes(bytes))};
}

Result<Measured> measureFile(const std::filesystem::path& path, const RunContext& ctx) {
    const auto notReadable = [&](int reason) {
        return Error(errors::kFileNotReadable, {path.string(), systemMessage(reason)}, {path.string(), 0, 0});
    };
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return notReadable(errno);
    Measured measured;
    crypto::Sha256 sha256;
    crypto::Sm3 sm3;
    std::vector<std::uint8_t> buffer(1U << 18U);
    std::optional<Error> failure;
    while (!failure) {
        if (auto status = ctx.check(); !status) {
            failure = status.error();
            break;
        }
        const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            failure = notReadable(errno);
        if (got <= 0)
            break;
        const ByteView piece(buffer.data(), static_cast<std::size_t>(got));
        sha256.update(piece);
        sm3.update(piece);
        measured.bytes += piece.size();
        ctx.advance(piece.size());
    }
    (void)::close(descriptor);
    if (failure)
        return *failure;
    measured.sha256 = sha256.finish();
    measured.sm3 = sm3.finish();
    return measured;
}

/// The words of PackageFile::what.
std::string_view wordFor(std::string_view path) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kFolders{{
        {layout::kPayload, "payload"},
        {"data/permit/", "permit"},
        {"data/policy/", "policy"},
        {"data/evidence/", "evidence"},
    }};
    for (const auto& [folder, word] : kFolders) {
        if (path.starts_with(folder))
            return word;
    }
    if (path.starts_with(layout::kData))
        return "description";
    if (!path.starts_with(layout::kSig))
        return "tag";
    return path == layout::kSignature || path == layout::kCa || path == layout::kSeal ? "signature"
                                                                                      : "anchor";
}

/// Collects the files of one package; texts are held, payload is streamed later.
class Assembly {
public:
    Assembly(const PackageContents& contents, const PackageSigner& signer, Instant now, const RunContext& ctx)
        : m_contents(contents), m_signer(signer), m_now(now), m_ctx(ctx) {}

    Result<PackageInfo> build(const std::filesystem::path& out) {
        MANGROVE_TRY(addPayloads());
        addDocuments();
        addDescriptions();
        MANGROVE_ASSIGN(const auto authority, crypto::Certificate::fromPem(m_contents.caPem));
        m_facts.caFingerprint = toHex(authority.fingerprint());
        MANGROVE_TRY(addTagFiles());
        MANGROVE_TRY(addSigFiles());
        m_ctx.start("writing", m_payloadBytes);
        MANGROVE_TRY(writeZip(out, members(), m_ctx));
        auto info = describe(out);
        if (!info) {
            std::error_code ignored;
            std::filesystem::remove(out, ignored);
        }
        return info;
    }

private:
    void add(std::string_view path, std::string bytes) {
        m_measured[std::string(path)] = measure(bytes);
        m_texts[std::string(path)] = std::move(bytes);
    }

    void addUnlessEmpty(std::string_view path, const std::string& bytes) {
        if (!bytes.empty())
            add(path, bytes);
    }

    Status addPayloads() {
        for (const auto& payload : m_contents.payloads) {
            std::error_code ignored;
            const auto size = std::filesystem::file_size(payload.file, ignored);
            m_ctx.start("hashing", ignored ? 0 : size);
            MANGROVE_ASSIGN(const Measured measured, measureFile(payload.file, m_ctx));
            const std::string digest = toHex(measured.sha256);
            if (digest != payload.sha256)
                return Error(errors::kPackagePayloadChanged, {payload.file.string(), digest, payload.sha256});
            m_payloads.push_back({&payload, measured.bytes, digest});
            m_payloadBytes += measured.bytes;
            m_measured[std::string(layout::kPayload) + payload.name] = measured;
        }
        return {};
    }

    void addDocuments() {
        const auto& permit = m_contents.permit;
        add(layout::kPermit, permit.document.text);
        add(layout::kPermitSignature, std::string(asText(permit.document.signature)));
        for (std::size_t i = 0; i < permit.decisions.size(); ++i) {
            add(layout::decision(i + 1, ".json"), permit.decisions[i].text);
            add(layout::decision(i + 1, ".p7s"), std::string(asText(permit.decisions[i].signature)));
        }
        addUnlessEmpty(layout::kDeidReport, m_contents.evidence.deidReport);
        addUnlessEmpty(layout::kQuality, m_contents.evidence.quality);
        addUnlessEmpty(layout::kClassification, m_contents.evidence.classification);
        addUnlessEmpty(layout::kRecipe, m_contents.evidence.recipe);
        add(layout::kOdrl, odrlPolicyJson(m_contents));
        add(layout::kToBind, policyFunctionsJson(m_contents));
    }

    void addDescriptions() {
        add(layout::kDataPackage, dataPackageJson(m_contents, m_payloads, m_now));
        add(layout::kCroissant, croissantJson(m_contents, m_payloads, m_now));
        add(layout::kRoCrate, roCrateJson(m_contents, filesBelow(layout::kData), m_now));
    }

    Status addTagFiles() {
        m_facts.folder = m_contents.id.text();
        m_facts.signerName = m_signer.certificate.subject().commonName;
        m_facts.signerFingerprint = toHex(m_signer.certificate.fingerprint());
        m_facts.exported = m_now;
        m_facts.decisions = m_contents.permit.decisions.size();
        m_facts.sigFiles = sigFiles();

        Manifest sha256;
        Manifest sm3;
        std::uint64_t bytes = 0;
        for (const auto& [path, measured] : m_measured) {
            sha256[path] = measured.sha256;
            sm3[path] = measured.sm3;
            bytes += measured.bytes;
        }
        const std::string oxum = std::to_string(bytes) + "." + std::to_string(m_measured.size());
        add(layout::kManifestSha256, toText(sha256));
        add(layout::kManifestSm3, toText(sm3));
        add(layout::kBagit, std::string(kBagitText));
        add(layout::kBagInfo, bagInfo(oxum));
        add(layout::kReadme, readmeText(m_contents, m_facts));
        Manifest tags;
        for (const auto& [path, measured] : m_measured) {
            if (!path.starts_with(layout::kData))
                tags[path] = measured.sha256;
        }
        add(layout::kTagManifest, toText(tags));
        return {};
    }

    [[nodiscard]] std::string bagInfo(const std::string& oxum) const {
        BagInfo info;
        info.add(label::kOrganisation, m_contents.organisation);
        info.add(label::kDescription, m_contents.title);
        info.add(label::kIdentifier, m_contents.id.text());
        info.add(label::kDate, toIso8601(m_now).substr(0, 10));
        info.add(label::kOxum, oxum);
        info.add(label::kAgent, "Mangrove " MANGROVE_VERSION);
        info.add(label::kFormat, "1");
        info.add(label::kExportedAt, toIso8601(m_now));
        info.add(label::kRequest, m_contents.request.id.text());
        info.add(label::kPermit, m_contents.permit.id.text());
        info.add(label::kSigner, m_facts.signerFingerprint);
        info.add(label::kAuthority, m_facts.caFingerprint);
        info.add(label::kAuditKey, m_contents.auditLogKey);
        return info.text();
    }

    /// Fixed before the anchor is asked for, since the signed README names them.
    [[nodiscard]] std::vector<std::string> sigFiles() const {
        std::vector<std::string> names{std::string(layout::kCa), std::string(layout::kSignature)};
        if (m_contents.anchor) {
            names.emplace_back(layout::kCheckpoint);
            for (const std::string_view event : {"approval", "export"}) {
                names.push_back(layout::event(event));
                names.push_back(layout::proof(event));
            }
        }
        std::sort(names.begin(), names.end());
        return names;
    }

    Status addSigFiles() {
        const std::string& tagManifest = m_texts.at(std::string(layout::kTagManifest));
        MANGROVE_ASSIGN(const Bytes signature, crypto::signDetachedCades(asBytes(tagManifest), m_signer.key,
                                                                         m_signer.certificate, {}, m_now));
        add(layout::kSignature, std::string(asText(signature)));
        add(layout::kCa, m_contents.caPem);
        if (m_contents.anchor)
            MANGROVE_TRY(addAnchor());
        Manifest seal;
        for (const auto& [path, measured] : m_measured) {
            if (path.starts_with(layout::kSig))
                seal[path] = measured.sha256;
        }
        add(layout::kSeal, toText(seal));
        return {};
    }

    Status addAnchor() {
        const std::string digest = toHex(m_measured.at(std::string(layout::kTagManifest)).sha256);
        MANGROVE_ASSIGN(const AuditAnchor anchor, m_contents.anchor(digest));
        add(layout::kCheckpoint, anchor.checkpoint);
        for (const std::string_view name : {"approval", "export"}) {
            const auto event = std::find_if(anchor.events.begin(), anchor.events.end(),
                                            [&](const AnchoredEvent& e) { return e.name == name; });
            if (event == anchor.events.end() || anchor.events.size() != 2)
                return refused("the audit anchor must hold an approval and an export event");
            add(layout::event(name), event->leaf);
            add(layout::proof(name), event->proof);
        }
        return {};
    }

    [[nodiscard]] std::vector<PackageFile> filesBelow(std::string_view prefix) const {
        std::vector<PackageFile> files;
        for (const auto& [path, measured] : m_measured) {
            if (path.starts_with(prefix))
                files.push_back({path, std::string(wordFor(path)), measured.bytes, toHex(measured.sha256)});
        }
        return files;
    }

    [[nodiscard]] std::vector<ZipMember> members() const {
        const std::string folder = m_contents.id.text() + "/";
        std::vector<ZipMember> members;
        for (const auto& [path, text] : m_texts)
            members.push_back({folder + path, text, {}, {}});
        for (const auto& measured : m_payloads) {
            members.push_back({folder + std::string(layout::kPayload) + measured.payload->name,
                               {},
                               measured.payload->file,
                               measured.sha256});
        }
        return members;
    }

    Result<PackageInfo> describe(const std::filesystem::path& out) const {
        PackageInfo info;
        info.id = m_contents.id;
        info.path = out;
        info.folder = m_facts.folder;
        MANGROVE_ASSIGN(const Measured zip, measureFile(out, RunContext()));
        info.bytes = zip.bytes;
        info.sha256 = toHex(zip.sha256);
        info.tagManifestSha256 = toHex(m_measured.at(std::string(layout::kTagManifest)).sha256);
        info.signerFingerprint = m_facts.signerFingerprint;
        info.caFingerprint = m_facts.caFingerprint;
        info.files = filesBelow("");
        info.commands = verificationCommands(m_facts);
        return info;
    }

    const PackageContents& m_contents;
    const PackageSigner& m_signer;
    Instant m_now;
    const RunContext& m_ctx;
    ReadmeFacts m_facts;
    std::map<std::string, Measured> m_measured; ///< every file so far
    std::map<std::string, std::string> m_texts; ///< every file but the payload
    std::vector<MeasuredPayload> m_payloads;
    std::uint64_t m_payloadBytes = 0;
};

} // namespace

Result<PackageInfo> buildPackage(const PackageContents& contents, const PackageSigner& signer,
                                 const Clock& clock, const std::filesystem::path& out,
                                 const RunContext& ctx) {
    MANGROVE_TRY(checkContents(contents));
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(out, ignored)))
        return Error(errors::kFileExists, {out.string()}, {out.string(), 0, 0});
    return Assembly(contents, signer, clock.now(), ctx).build(out);
}

Result<std::vector<PackageFile>> planPackage(const PackageContents& contents) {
    MANGROVE_TRY(checkContents(contents));
    std::vector<PackageFile> files;
    const auto plan = [&](std::string_view path, std::uint64_t bytes = 0, std::string sha256 = {}) {
        files.push_back({std::string(path), std::string(wordFor(path)), bytes, std::move(sha256)});
    };
    const auto text = [&](std::string_view path, std::string_view bytes) {
        if (!bytes.empty())
            plan(path, bytes.size(), toHex(crypto::sha256(bytes)));
    };
    for (const auto path :
         {layout::kBagit, layout::kBagInfo, layout::kReadme, layout::kManifestSha256, layout::kManifestSm3,
          layout::kTagManifest, layout::kRoCrate, layout::kDataPackage, layout::kCroissant, layout::kOdrl,
          layout::kToBind, layout::kSignature, layout::kSeal})
        plan(path);
    for (const auto& payload : contents.payloads) {
        std::error_code ignored;
        const auto size = std::filesystem::file_size(payload.file, ignored);
        plan(std::string(layout::kPayload) + payload.name, ignored ? 0 : size, payload.sha256);
    }
    text(layout::kPermit, contents.permit.document.text);
    text(layout::kPermitSignature, asText(contents.permit.document.signature));
    for (std::size_t i = 0; i < contents.permit.decisions.size(); ++i) {
        text(layout::decision(i + 1, ".json"), contents.permit.decisions[i].text);
        text(layout::decision(i + 1, ".p7s"), asText(contents.permit.decisions[i].signature));
    }
    text(layout::kDeidReport, contents.evidence.deidReport);
    text(layout::kQuality, contents.evidence.quality);
    text(layout::kClassification, contents.evidence.classification);
    text(layout::kRecipe, contents.evidence.recipe);
    text(layout::kCa, contents.caPem);
    if (contents.anchor) {
        plan(layout::kCheckpoint);
        for (const std::string_view event : {"approval", "export"}) {
            plan(layout::event(event));
            plan(layout::proof(event));
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

} // namespace mangrove::handoff
