// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

inline constexpr ErrorInfo kPackageContents{"package-contents", ErrorKind::BadInput,
                                            "The package cannot be built: {0}."};
inline constexpr ErrorInfo kPackagePayloadChanged{
    "package-payload-changed", ErrorKind::Conflict,
    "The released file {0} is not the one the permit names: its SHA-256 is {1}, expected {2}."};
inline constexpr ErrorInfo kPackageWrite{"package-write", ErrorKind::Io,
                                         "The package {0} cannot be written: {1}. Nothing was left "
                                         "half-written; free space or choose another folder."};

inline constexpr ErrorInfo kPackagePath{"package-path-unsafe", ErrorKind::CheckFailed,
                                        "The package holds the path '{0}', which is not allowed: {1}."};
inline constexpr ErrorInfo kPackageDuplicate{"package-path-twice", ErrorKind::CheckFailed,
                                             "The package holds '{0}' twice."};
inline constexpr ErrorInfo kPackageCaseClash{
    "package-path-case", ErrorKind::CheckFailed,
    "The package holds '{0}' and '{1}', which are the same file on some systems."};
inline constexpr ErrorInfo kPackageLink{"package-link", ErrorKind::CheckFailed,
                                        "'{0}' in the package is a link or a device, not a plain file."};
inline constexpr ErrorInfo kPackageLimit{"package-too-large", ErrorKind::CheckFailed,
                                         "The package goes beyond a limit of the verifier ({0}: {1}, allowed "
                                         "{2}); it was not unpacked any further."};
inline constexpr ErrorInfo kPackageFolder{
    "package-folder", ErrorKind::CheckFailed,
    "The package must hold exactly one folder with everything in it: {0}."};
inline constexpr ErrorInfo kPackageMember{"package-member-missing", ErrorKind::CheckFailed,
                                          "The package has no file {0}."};
inline constexpr ErrorInfo kPackageExtra{"package-file-added", ErrorKind::CheckFailed,
                                         "The file {0} is in no list of the package: it was added later."};
inline constexpr ErrorInfo kPackageDigest{"package-digest-differs", ErrorKind::CheckFailed,
                                          "The file {0} was changed: its {1} is {2}, the package says {3}."};
inline constexpr ErrorInfo kPackageStructure{"package-structure", ErrorKind::CheckFailed,
                                             "The file {0} is not as a package of this format has it: {1}."};
inline constexpr ErrorInfo kManifestMalformed{"manifest-malformed", ErrorKind::CheckFailed,
                                              "Line {1} of {0} is not allowed: {2}."};
inline constexpr ErrorInfo kBagInfoMalformed{"bag-info-malformed", ErrorKind::CheckFailed,
                                             "Line {0} of bag-info.txt is not allowed: {1}."};

inline constexpr ErrorInfo kZipMalformed{"zip-malformed", ErrorKind::CheckFailed,
                                         "This is not a sound zip archive: {0} (byte {1})."};
inline constexpr ErrorInfo kZipTrailing{
    "zip-stray-bytes", ErrorKind::CheckFailed,
    "The zip archive holds bytes that belong to no member: {0} (byte {1})."};
inline constexpr ErrorInfo kZipDisagrees{
    "zip-headers-disagree", ErrorKind::CheckFailed,
    "The two headers of '{0}' in the zip archive disagree about {1}; tools would unpack different things."};
inline constexpr ErrorInfo kZipEncrypted{
    "zip-encrypted", ErrorKind::CheckFailed,
    "The member '{0}' of the zip archive is encrypted; packages are not."};
inline constexpr ErrorInfo kZipFeature{"zip-feature", ErrorKind::CheckFailed,
                                       "The member '{0}' of the zip archive uses {1}, which is not accepted "
                                       "here. Unpack it and verify the folder."};
inline constexpr ErrorInfo kZipDamaged{"zip-member-damaged", ErrorKind::CheckFailed,
                                       "The member '{0}' of the zip archive cannot be unpacked: {1}."};

inline constexpr ErrorInfo kAuthorityDiffers{
    "authority-differs", ErrorKind::CheckFailed,
    "The enclosed authority certificate (SHA-256 {0}) is not the expected one ({1})."};
inline constexpr ErrorInfo kSignerDiffers{"signer-differs", ErrorKind::CheckFailed,
                                          "The package was signed with another certificate (SHA-256 {0}) "
                                          "than the one it names ({1}): the signature was exchanged."};
inline constexpr ErrorInfo kPermitPayload{"permit-other-payload", ErrorKind::CheckFailed,
                                          "The permit allows a file with SHA-256 {1}; {0} is another one."};
inline constexpr ErrorInfo kPermitTime{
    "permit-not-valid-then", ErrorKind::CheckFailed,
    "The package was exported at {0}, but the permit is valid from {1} until {2}."};
inline constexpr ErrorInfo kPermitVotes{"permit-votes", ErrorKind::CheckFailed,
                                        "The decisions behind the permit do not carry it: {0}."};
inline constexpr ErrorInfo kVerifierKeyMalformed{
    "audit-key-malformed", ErrorKind::CheckFailed,
    "The audit log's key in bag-info.txt is not a C2SP Ed25519 verifier key: {0}."};
inline constexpr ErrorInfo kAnchorElsewhere{
    "anchor-elsewhere", ErrorKind::CheckFailed,
    "The proven audit event {0} is about something else: it does not name {1}."};

} // namespace mangrove::errors
