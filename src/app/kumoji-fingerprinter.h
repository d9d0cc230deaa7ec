/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fingerprinter: the fingerprints of a project as it stands, worked out in another thread. */
#pragma once

#include "rules/kumoji-comparison.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_FINGERPRINTER (kumoji_fingerprinter_get_type ())
G_DECLARE_FINAL_TYPE (KumojiFingerprinter, kumoji_fingerprinter, KUMOJI, FINGERPRINTER, GObject)

KumojiFingerprinter *kumoji_fingerprinter_get (KumojiProject *project);
const KumojiFingerprints *kumoji_fingerprinter_ask (KumojiFingerprinter *self);

G_END_DECLS
