/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A preview: the pages of a report as they would be printed now, to leaf through and to search. */
#include "config.h"

#include "app/widgets/kumoji-preview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/kumoji-draft.h"
#include "app/widgets/kumoji-find-bar.h"
#include "app/widgets/kumoji-outline.h"

struct _KumojiPreview
{
  AdwBin parent_instance;

  KumojiDraft *draft; /* under way */
  KumojiDocument *document;

  GtkStack *stack;
  GtkWidget *tools;
  AdwStatusPage *status;
  GtkRevealer *busy;
  GtkToggleButton *thumbnails;
  KumojiOutline *outline;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *page;
  GtkButton *zoom;
  KumojiFindBar *find;
  KumojiPageRoll *small;
  KumojiPageRoll *roll;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const double zooms[] = { 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 2.5, 3 };

G_DEFINE_FINAL_TYPE (KumojiPreview, kumoji_preview, ADW_TYPE_BIN)

static void
update_page (KumojiPreview *self)
{
  guint page = kumoji_page_roll_get_page (self->roll);
  guint n = kumoji_page_roll_get_n_pages (self->roll);
  g_autofree char *text = n > 0 ? g_strdup_printf ("%u / %u", page + 1, n) : g_strdup ("");
  g_autofree char *percent =
    g_strdup_printf ("%d%%", (int) round (kumoji_page_roll_get_scale (self->roll) * 100));

  gtk_label_set_text (self->page, text);
  gtk_button_set_label (self->zoom, percent);
  gtk_widget_set_sensitive (self->previous, page > 0);
  gtk_widget_set_sensitive (self->next, page + 1 < n);
  if (gtk_toggle_button_get_active (self->thumbnails))
    kumoji_page_roll_set_marked (self->small, page);
}

static void
page_cb (KumojiPreview *self)
{
  update_page (self);
}

static void
set_document (KumojiPreview *self, KumojiDocument *document)
{
  g_set_object (&self->document, document);
  kumoji_page_roll_set_document (self->roll, document);
  kumoji_page_roll_set_document (self->small,
                                 gtk_toggle_button_get_active (self->thumbnails) ? document : NULL);
  kumoji_outline_set_document (self->outline, document);
  kumoji_find_bar_set_document (self->find, document);
  update_page (self);
}

static void
thumbnails_cb (KumojiPreview *self)
{
  gboolean active = gtk_toggle_button_get_active (self->thumbnails);

  kumoji_page_roll_set_document (self->small, active ? self->document : NULL);
  update_page (self);
}

static void
small_cb (KumojiPageRoll *roll, guint page, KumojiPreview *self)
{
  kumoji_page_roll_scroll_to (self->roll, page, 0);
}

static void
heading_cb (KumojiOutline *outline, guint page, double y, KumojiPreview *self)
{
  kumoji_page_roll_scroll_to (self->roll, page, y);
  gtk_widget_grab_focus (GTK_WIDGET (self->roll));
}

static void
found_cb (KumojiPreview *self)
{
  const KumojiMatch *match = kumoji_find_bar_get_current (self->find);

  kumoji_page_roll_set_matches (self->roll, kumoji_find_bar_get_matches (self->find),
                                match != NULL ? match->number : 0);
  if (match != NULL)
    kumoji_page_roll_show_box (self->roll, match->page, &match->box);
}

/* --- Actions --------------------------------------------------------------------------------*/

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_find_bar_open (KUMOJI_PREVIEW (widget)->find);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_find_bar_step (KUMOJI_PREVIEW (widget)->find, g_variant_get_int32 (parameter));
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiPreview *self = KUMOJI_PREVIEW (widget);
  int page = (int) kumoji_page_roll_get_page (self->roll) + g_variant_get_int32 (parameter);

  kumoji_page_roll_scroll_to (self->roll, (guint) MAX (0, page), 0);
}

/* The next size in a direction; 0 makes pages as wide as there is room. */
static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiPreview *self = KUMOJI_PREVIEW (widget);
  int direction = g_variant_get_int32 (parameter);
  double now = kumoji_page_roll_get_scale (self->roll);
  double zoom = direction > 0 ? zooms[G_N_ELEMENTS (zooms) - 1] : direction < 0 ? zooms[0] : 0;

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      guint j = direction > 0 ? i : G_N_ELEMENTS (zooms) - 1 - i;

      if ((direction > 0 && zooms[j] > now + 0.01) || (direction < 0 && zooms[j] < now - 0.01))
        {
          zoom = zooms[j];
          break;
        }
    }
  kumoji_page_roll_set_zoom (self->roll, zoom);
  update_page (self);
}

static void
add_zoom_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    int direction;
  } keys[] = {
    { GDK_KEY_plus, 1 },   { GDK_KEY_equal, 1 },  { GDK_KEY_semicolon, 1 },
    { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_0, 0 },      { GDK_KEY_KP_0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, GDK_CONTROL_MASK, "preview.zoom", "i",
                                         keys[i].direction);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "preview.zoom", "i", 1);
}

/* --- The layout under way -------------------------------------------------------------------*/

static void
forget_draft (KumojiPreview *self)
{
  if (self->draft != NULL)
    kumoji_draft_cancel (self->draft);
  g_clear_object (&self->draft);
}

static void
show_status (KumojiPreview *self, const char *title, const char *text)
{
  g_autofree char *description = g_markup_escape_text (text, -1);

  set_document (self, NULL);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  gtk_stack_set_visible_child_name (self->stack, "status");
  gtk_widget_set_sensitive (self->tools, FALSE);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiPreview) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiDocument) document =
    kumoji_draft_run_finish (KUMOJI_DRAFT (source), result, &error);

  if (self->draft != KUMOJI_DRAFT (source))
    return; /* a newer one is under way */
  g_clear_object (&self->draft);
  gtk_revealer_set_reveal_child (self->busy, FALSE);
  if (document != NULL && kumoji_document_get_n_pages (document) > 0)
    {
      set_document (self, document);
      gtk_widget_set_sensitive (self->tools, TRUE);
      gtk_stack_set_visible_child_name (self->stack, "pages");
    }
  else
    show_status (self, _("No pages to show"),
                 error != NULL ? error->message : _("The report has no pages."));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kumoji_preview_dispose (GObject *object)
{
  KumojiPreview *self = KUMOJI_PREVIEW (object);

  forget_draft (self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (kumoji_preview_parent_class)->dispose (object);
}

/* Nobody sees the pages that would come. */
static void
kumoji_preview_unroot (GtkWidget *widget)
{
  forget_draft (KUMOJI_PREVIEW (widget));
  GTK_WIDGET_CLASS (kumoji_preview_parent_class)->unroot (widget);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, KumojiPreview, tools);
  gtk_widget_class_bind_template_child (widget_class, KumojiPreview, status);
  gtk_widget_class_bind_template_child (widget_class, KumojiPreview, busy);
  gtk_widget_class_bind_template_child (widget_class, KumojiPreview, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, KumojiPreview, outline);
  gtk_widget_class_bind_template_child (widget_class, KumojiPreview, previous);
  gtk_widget_class_bind_template_child (widget_class, KumojiPreview, next);
  gtk_widget_class_bind_template_child (widget_class, KumojiPreview, page);
  gtk_widget_class_bind_template_child (widget_class, KumojiPreview, zoom);
  gtk_widget_class_bind_template_child (widget_class, KumojiPreview, find);
  gtk_widget_class_bind_template_child (widget_class, KumojiPreview, small);
  gtk_widget_class_bind_template_child (widget_class, KumojiPreview, roll);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  gtk_widget_class_bind_template_callback (widget_class, thumbnails_cb);
  gtk_widget_class_bind_template_callback (widget_class, small_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
}

static void
kumoji_preview_class_init (KumojiPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_preview_dispose;
  widget_class->unroot = kumoji_preview_unroot;

  /**
   * KumojiPreview::changed:
   * @self: the preview
   *
   * Other pages are shown, or there are none and it is said why.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KUMOJI_TYPE_FIND_BAR);
  g_type_ensure (KUMOJI_TYPE_OUTLINE);
  g_type_ensure (KUMOJI_TYPE_PAGE_ROLL);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "preview.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "preview.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "preview.page", "i", page_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom", "i", zoom_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "preview.find",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "preview.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK, "preview.step",
                                       "i", -1);
  add_zoom_keys (widget_class);
}

static void
kumoji_preview_init (KumojiPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_preview_show:
 * @self: a preview
 * @project: what the company says; editing may go on
 * @options: what is printed, and how
 *
 * Lays the pages in another thread; until they are there the last ones stay in sight. What was
 * under way is given up.
 */
void
kumoji_preview_show (KumojiPreview *self,
                     KumojiProject *project,
                     const KumojiReportOptions *options)
{
  forget_draft (self);
  self->draft = kumoji_draft_new (project, options);
  gtk_revealer_set_reveal_child (self->busy, TRUE);
  kumoji_draft_run_async (self->draft, laid_out_cb, g_object_ref (self));
}

/**
 * kumoji_preview_say:
 * @self: a preview
 * @text: why there are no pages, and what to do
 */
void
kumoji_preview_say (KumojiPreview *self, const char *text)
{
  forget_draft (self);
  gtk_revealer_set_reveal_child (self->busy, FALSE);
  show_status (self, _("No pages to show"), text);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kumoji_preview_get_document:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the pages in sight
 */
KumojiDocument *
kumoji_preview_get_document (KumojiPreview *self)
{
  return self->document;
}

/**
 * kumoji_preview_is_busy:
 * @self: a preview
 *
 * Returns: whether other pages are on their way
 */
gboolean
kumoji_preview_is_busy (KumojiPreview *self)
{
  return self->draft != NULL;
}

/**
 * kumoji_preview_get_roll:
 * @self: a preview
 *
 * Returns: (transfer none): where its pages are
 */
KumojiPageRoll *
kumoji_preview_get_roll (KumojiPreview *self)
{
  return self->roll;
}
