/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A control: what several items of a catalog serve together, and why. */
#include "catalog/kumoji-control.h"

#include "catalog/kumoji-phrases.h"

static void
control_free (KumojiControl *control)
{
  g_free (control->id);
  kumoji_text_clear (&control->title);
  kumoji_text_clear (&control->purpose);
  g_free (control);
}

static void
read_control (GPtrArray *controls, const KumojiPlace *place)
{
  const char *id = kumoji_place_get_string (place, "id", TRUE);

  if (id == NULL)
    return;
  if (kumoji_controls_find (controls, id) != NULL)
    kumoji_place_fail (place, "id", _("stands twice in this catalog"));

  KumojiControl *control = g_new0 (KumojiControl, 1);
  control->id = g_strdup (id);
  g_ptr_array_add (controls, control);
  kumoji_place_get_text (place, "title", TRUE, &control->title);
  kumoji_place_get_text (place, "purpose", TRUE, &control->purpose);
}

/**
 * kumoji_controls_new_from_place: (skip)
 * @place: the catalog's object; its error is set where something is wrong
 *
 * Returns: (transfer full) (element-type KumojiControl): the controls that the catalog declares
 */
GPtrArray *
kumoji_controls_new_from_place (const KumojiPlace *place)
{
  GPtrArray *controls = g_ptr_array_new_with_free_func ((GDestroyNotify) control_free);
  guint n = kumoji_place_get_length (place, "controls", FALSE);

  for (guint i = 0; i < n; i++)
    {
      KumojiPlace control;
      if (!kumoji_place_init_element (&control, place, "controls", i))
        break;
      read_control (controls, &control);
    }
  return controls;
}

/**
 * kumoji_controls_find:
 * @controls: (element-type KumojiControl): a catalog's controls
 * @id: a control's number
 *
 * Returns: (transfer none) (nullable): the control
 */
const KumojiControl *
kumoji_controls_find (GPtrArray *controls, const char *id)
{
  for (guint i = 0; i < controls->len; i++)
    {
      const KumojiControl *control = controls->pdata[i];
      if (g_str_equal (control->id, id))
        return control;
    }
  return NULL;
}
