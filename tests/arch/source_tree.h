// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace mangrove::test {

/// A source file of the project: its path from the root ("core/io/encoding.h") and its bytes.
struct SourceFile {
    QString path;
    QByteArray bytes;

    /// What its #include lines name, quotes and brackets removed.
    [[nodiscard]] QStringList includes() const;
};

/// All files with one of the endings below the folders, sorted by path. Fails the running test when there is
/// none.
QList<SourceFile> sourceFiles(const QStringList& folders, const QStringList& endings);

} // namespace mangrove::test
