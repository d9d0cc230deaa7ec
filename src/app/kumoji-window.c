/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: the sidebar, the pages, and one project. */
#include "config.h"

#include "app/kumoji-window.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "app/pages/kumoji-assets-page.h"
#include "app/pages/kumoji-checklists-page.h"
#include "app/pages/kumoji-company-page.h"
#include "app/pages/kumoji-overview-page.h"
#include "app/pages/kumoji-reports-page.h"
#include "app/pages/kumoji-roadmap-page.h"

typedef struct
{
  const char *id;
  const char *icon;
  const char *title;
  GType (*get_type) (void);
} Page;

/* In the order of the sidebar. */
static const Page pages[] = {
  { "overview", "kumoji-overview-symbolic", N_("Overview"), kumoji_overview_page_get_type },
  { "company", "kumoji-company-symbolic", N_("Company"), kumoji_company_page_get_type },
  { "checklists", "kumoji-checklists-symbolic", N_("Checklists"),
    kumoji_checklists_page_get_type },
  { "assets", "kumoji-assets-symbolic", N_("Information assets"), kumoji_assets_page_get_type },
  { "roadmap", "kumoji-roadmap-symbolic", N_("Roadmap"), kumoji_roadmap_page_get_type },
  { "reports", "kumoji-reports-symbolic", N_("Reports"), kumoji_reports_page_get_type },
};

struct _KumojiWindow
{
  AdwApplicationWindow parent_instance;

  KumojiProject *project;

  AdwFlap *flap;
  GtkListBox *sidebar;
  GtkStack *stack;
  AdwWindowTitle *title;
};

G_DEFINE_FINAL_TYPE (KumojiWindow, kumoji_window, ADW_TYPE_APPLICATION_WINDOW)

static void
row_selected_cb (GtkListBox *sidebar, GtkListBoxRow *row, KumojiWindow *self)
{
  const Page *page;

  if (row == NULL)
    return;
  page = &pages[gtk_list_box_row_get_index (row)];
  gtk_stack_set_visible_child_name (self->stack, page->id);
  adw_window_title_set_title (self->title, _(page->title));
}

static GtkWidget *
row_new (const Page *page)
{
  GtkWidget *row = gtk_label_new (_(page->title));

  gtk_widget_set_halign (row, GTK_ALIGN_START);
  return row;
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);
  const char *page;
  const char *target;

  g_variant_get (parameter, "(&s&s)", &page, &target);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].id, page))
      {
        gtk_list_box_select_row (self->sidebar,
                                 gtk_list_box_get_row_at_index (self->sidebar, (int) i));
        if (*target != '\0')
          kumoji_pane_go_to (kumoji_window_get_pane (self, page), target);
      }
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_history_undo (kumoji_project_get_history (KUMOJI_WINDOW (widget)->project));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_history_redo (kumoji_project_get_history (KUMOJI_WINDOW (widget)->project));
}

static void
set_project (KumojiWindow *self, KumojiProject *project)
{
  g_set_object (&self->project, project);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    kumoji_pane_set_project (kumoji_window_get_pane (self, pages[i].id), project);
}

static void
kumoji_window_dispose (GObject *object)
{
  KumojiWindow *self = KUMOJI_WINDOW (object);

  g_clear_object (&self->project);

  G_OBJECT_CLASS (kumoji_window_parent_class)->dispose (object);
}

static void
kumoji_window_class_init (KumojiWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, title);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);

  gtk_widget_class_install_action (widget_class, "win.go", "(ss)", go_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
}

static void
kumoji_window_init (KumojiWindow *self)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_stack_add_named (self->stack, g_object_new (pages[i].get_type (), NULL), pages[i].id);
      gtk_list_box_append (self->sidebar, row_new (&pages[i]));
    }
  gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, 0));
  set_project (self, project);
}

/**
 * kumoji_window_new:
 * @application: to which it belongs
 *
 * Returns: (transfer none): a window that shows a new project
 */
KumojiWindow *
kumoji_window_new (KumojiApplication *application)
{
  return g_object_new (KUMOJI_TYPE_WINDOW, "application", application, NULL);
}

/**
 * kumoji_window_open:
 * @self: a window
 * @file: a project's file
 */
void
kumoji_window_open (KumojiWindow *self, GFile *file)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (KumojiProject) project = NULL;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (json_parser_load_from_file (parser, path, &error))
    {
      project = kumoji_project_new_from_json (
        json_node_get_object (json_parser_get_root (parser)), NULL);
      set_project (self, project);
    }
  else
    g_warning ("%s", error->message);
}

/**
 * kumoji_window_get_pane:
 * @self: a window
 * @id: a page's id
 *
 * Returns: (transfer none) (nullable): the page
 */
KumojiPane *
kumoji_window_get_pane (KumojiWindow *self, const char *id)
{
  GtkWidget *pane = gtk_stack_get_child_by_name (self->stack, id);

  return pane != NULL ? KUMOJI_PANE (pane) : NULL;
}

/**
 * kumoji_window_get_page:
 * @self: a window
 *
 * Returns: the id of the page in sight
 */
const char *
kumoji_window_get_page (KumojiWindow *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}
