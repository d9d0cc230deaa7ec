/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An owner: the running program to which a lock or a recovery copy belongs. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * KumojiOwner:
 * @user: the login name
 * @name: what the user is called, the login name where nothing better is known
 * @host: the computer's name; "" where nothing is known of the owner
 * @machine: tells computers of one name apart; "" where the computer has no id
 * @boot: tells one running of the computer from the next
 * @space: tells the process numbers of containers (Flatpak) apart
 * @start: when the process started, in the words of the kernel; "" where it does not say
 * @pid: the process
 */
typedef struct
{
  char *user;
  char *name;
  char *host;
  char *machine;
  char *boot;
  char *space;
  char *start;
  gint64 pid;
} KumojiOwner;

/**
 * KumojiOwnerState:
 * @KUMOJI_OWNER_SELF: this very process
 * @KUMOJI_OWNER_RUNNING: another process of this computer, which is running
 * @KUMOJI_OWNER_GONE: a process of this computer, which ended
 * @KUMOJI_OWNER_UNKNOWN: another computer or container: it cannot be told from here
 */
typedef enum
{
  KUMOJI_OWNER_SELF,
  KUMOJI_OWNER_RUNNING,
  KUMOJI_OWNER_GONE,
  KUMOJI_OWNER_UNKNOWN,
} KumojiOwnerState;

KumojiOwner *kumoji_owner_new_self (void);
KumojiOwner *kumoji_owner_new_user (const char *user, const char *name);
KumojiOwner *kumoji_owner_new_from_json (JsonObject *object);
JsonNode *kumoji_owner_to_json (const KumojiOwner *self);
void kumoji_owner_free (KumojiOwner *self);
KumojiOwnerState kumoji_owner_get_state (const KumojiOwner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiOwner, kumoji_owner_free)

G_END_DECLS
