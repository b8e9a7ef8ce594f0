"""The twenty-five acceptance checks of the window's specification, and where each is tested.

A check is a sentence with several claims; the tests named here hold all of them together, with the
specification's own figures. Times are told by `isocost bench` instead: a busy machine must not fail a test.
"""

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
HERE, EDITS = "gui/test_acceptance.py", "gui/test_acceptance_edits.py"

#: Number and name of a check -> file -> tests in it.
CHECKS = {
    (1, "fits"): {
        HERE: ["window_fits_both_sizes_and_no_row_is_wider_than_its_viewport"],
        "gui/test_kpi_strip.py": ["nothing_is_cut_off_at_both_sizes_of_window_and_type"],
        "gui/test_inputs_panel.py": ["no_row_is_wider_than_the_panel_and_no_text_is_cut"],
        "gui/test_language.py": ["german_and_larger_type_fit_both_sizes"],
        "gui/test_looks.py": ["larger_type_fits_a_window_as_much_larger"],
    },
    (2, "starts useful"): {
        HERE: ["first_screen_shows_figures_a_surface_and_no_dialog"],
        "gui/test_walk.py": ["the_first_sixty_seconds"],
    },
    (3, "live"): {HERE: ["surfaces_follow_the_slider_before_it_is_let_go"]},
    (4, "last one wins"): {HERE: ["flood_of_edits_ends_on_the_last_values"]},
    (5, "frame budget"): {
        HERE: ["a_tick_of_a_slider_costs_a_few_surfaces_and_the_window_beats_on"],
        "gui/test_doubt_view.py": ["the_window_answers_while_65536_samples_are_drawn"],
        "gui/test_table_view.py": ["a_hundred_thousand_rows_are_shown_without_holding_up_the_window"],
    },
    (6, "wheel guard"): {
        "gui/test_slider_row.py": [
            "wheel_over_editors_without_focus_scrolls_the_panel",
            "wheel_over_a_slider_with_focus_changes_its_value",
            "wheel_over_a_combo_with_focus_changes_its_choice",
        ]
    },
    (7, "keyboard"): {
        HERE: ["every_action_has_text_and_shortcuts_are_unique"],
        "gui/test_slider_row.py": [
            "tab_goes_through_the_rows_from_top_to_bottom",
            "right_is_one_step_shift_ten_and_ctrl_a_tenth",
            "home_and_end_go_to_the_ends_of_the_range",
            "delete_asks_for_the_value_when_opened",
            "escape_in_the_field_restores_it",
        ],
    },
    (8, "undo"): {
        HERE: [
            "one_drag_is_one_undo_step_and_undo_restores_inputs_and_figures",
            "hundred_random_actions_undo_to_the_start_and_redo_to_the_end",
        ],
        EDITS: ["check_08_part_axis_pin_solution_and_closed_scenario_are_one_undo_step_each"],
    },
    (9, "typing"): {
        EDITS: [
            "check_09_what_is_typed_reaches_the_scenario",
            "check_09_nonsense_is_told_under_the_field_and_moves_no_figure",
            "check_09_two_numbers_are_a_distribution",
        ],
        "gui/test_slider_row.py": ["german_locale_reads_comma_and_point"],
        "engine/test_quantities.py": ["numbers_are_read_as_people_write_them"],
    },
    (10, "locale"): {
        EDITS: ["check_10_files_do_not_know_the_locale_they_were_typed_in"],
        "engine/test_file_saving.py": [
            "the_locale_of_the_window_changes_no_byte",
            "the_locale_of_the_process_changes_no_byte",
        ],
    },
    (11, "hard and soft range"): {
        EDITS: ["check_11_beyond_the_hard_range_is_refused_beyond_the_soft_one_is_an_issue"],
        "gui/test_slider_row.py": ["outside_the_soft_range_is_taken_and_marked_amber"],
    },
    (12, "reset to what"): {
        EDITS: [
            "check_12_reset_goes_to_parent_saved_library_or_opened_as_asked",
            "check_12_a_reset_to_the_parent_takes_the_override_out_of_the_file",
        ]
    },
    (13, "cross-hair is sliders"): {
        HERE: [
            "axis_sliders_move_the_cross_hair_without_new_surfaces",
            "dragging_the_cross_hair_moves_both_inputs_in_one_step",
        ],
        "gui/test_surfaces_view.py": ["read_out_is_the_engine_at_the_point_and_not_the_nearest_cell"],
    },
    (14, "infeasible"): {
        HERE: [
            "context_that_does_not_fit_shows_dashes_a_cause_and_a_cure",
            "hatched_region_is_the_engine_s_infeasible_region",
        ],
        "gui/test_surfaces_view.py": ["hatched_masks_equal_the_engines_feasibility"],
    },
    (15, "frozen scales"): {
        HERE: ["scales_stay_while_a_slider_is_dragged"],
        "gui/test_surfaces_view.py": [
            "scales_stay_during_a_drag_and_follow_after_it",
            "frozen_scales_stay_after_a_drag_too",
        ],
    },
    (16, "delta and baseline"): {
        HERE: ["pin_makes_all_differences_vanish_and_an_edit_brings_them_back"],
        EDITS: ["check_16_every_delta_is_value_less_baseline_and_a_change_that_moves_nothing_leaves_it"],
    },
    (17, "break-even"): {
        EDITS: [
            "check_17_the_price_that_breaks_even_leaves_no_margin_and_a_locked_one_never_moves",
            "check_17_without_a_root_the_nearest_is_told_and_nothing_moves",
        ],
        "engine/test_solve.py": [
            "a_locked_input_never_moves",
            "where_nothing_meets_the_target_the_nearest_is_told",
        ],
    },
    (18, "round trip"): {
        "engine/test_files.py": [
            "random_projects_come_back_equal_and_their_bytes_stand_still",
            "files_of_every_schema_open_and_keep_their_original",
        ],
        "engine/test_file_errors.py": ["unknown_keys_everywhere_are_kept_and_reported"],
        "gui/test_file_menu.py": ["key_of_a_later_version_survives_opening_editing_and_saving"],
        HERE: ["saved_window_opens_again_as_it_was"],
    },
    (19, "crash recovery"): {
        "gui/test_recovery.py": [
            "crash_is_offered_with_name_and_count_without_a_dialog",
            "kept_edits_are_there_dirty_and_undo_gives_what_was_saved",
            "discarded_edits_leave_the_saved_state_and_are_set_aside",
        ],
        EDITS: [
            "check_19_a_truncated_file_names_its_line_and_offers_what_was_kept",
            "check_19_a_truncated_file_alone_is_told_and_a_broken_backup_too",
        ],
    },
    (20, "dirty flag"): {
        HERE: [
            "change_and_undo_is_clean_and_closing_asks_nothing",
            "closing_with_changes_asks_and_cancel_keeps_the_window",
        ],
        EDITS: ["check_20_closing_asks_only_after_a_change_and_save_saves"],
    },
    (21, "compare"): {
        "gui/test_compare_view.py": [
            "two_tabs_that_differ_in_three_inputs_have_three_rows_and_bars_that_add_up",
            "one_scenario_alone_says_what_to_do_and_offers_it",
        ],
        "engine/test_compare.py": [
            "two_scenarios_that_differ_in_three_inputs_have_three_rows",
            "steps_add_up_and_change_sign_on_the_way_back",
        ],
        "gui/test_table_view.py": ["a_sorted_row_makes_the_scenario_of_that_row"],
    },
    (22, "Monte Carlo"): {
        "engine/test_doubt.py": [
            "the_same_seed_gives_the_same_samples_and_another_one_others",
            "a_hundred_thousand_samples_are_drawn_and_a_cancelled_run_ends_with_the_band_under_way",
            "a_pair_reaches_the_rank_correlation_asked_for",
            "without_doubt_there_is_a_friendly_word_and_no_sample",
        ],
        "engine/test_doubt_command.py": [
            "json_agrees_with_the_samples_and_is_the_same_for_the_same_seed",
            "a_file_holds_samples_seed_inputs_and_metrics",
        ],
        "gui/test_doubt_view.py": [
            "nothing_to_show_is_said_in_words_and_never_as_nan",
            "samples_on_screen_can_be_exported",
        ],
    },
    (23, "provenance and explain"): {
        "engine/test_catalog.py": ["entry_is_sound"],
        "engine/test_explain.py": [
            "root_is_the_metric_itself_and_every_node_the_formula_of_its_children",
        ],
        EDITS: ["check_23_the_root_is_the_headline_figure_and_a_leaf_leads_to_its_row"],
    },
    (24, "export"): {
        "engine/test_share.py": ["every_formula_of_a_workbook_gives_the_figure_of_the_model"],
        "gui/test_sharing.py": [
            "table_of_the_surfaces_is_the_surface_to_the_last_digit",
            "copied_table_pastes_to_the_values_of_the_chain",
            "copied_picture_is_the_view_at_twice_its_pixels",
            "drawing_holds_its_axis_titles_and_curves_within_the_plot_on_a_logarithmic_axis",
            "exported_file_let_go_over_the_window_brings_scenario_baseline_and_view_back",
        ],
    },
    (25, "soak and theme"): {
        "gui/test_soak.py": ["check_25_thousands_of_actions_break_nothing_and_hold_little"],
        "gui/test_theme.py": ["every_text_colour_stands_out_from_every_ground"],
        "gui/test_looks.py": [
            "every_text_of_the_high_contrast_theme_stands_out_seven_to_one",
            "causes_that_stop_a_point_are_told_apart_without_colour",
            "everything_one_can_act_on_has_a_name_and_inputs_say_their_unit",
        ],
        "gui/test_app.py": ["qt_keeps_its_references_to_none"],
    },
}  # fmt: skip


@cache
def names_in(name):
    tree = ast.parse((TESTS / name).read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_all_twenty_five_checks_are_listed():
    assert [number for number, _ in CHECKS] == list(range(1, 26))


@pytest.mark.parametrize(("check", "where"), CHECKS.items(), ids=[f"{n:02}-{name}" for n, name in CHECKS])
def test_every_check_is_held_by_tests_that_exist(check, where):
    for name, tests in where.items():
        missing = [test for test in tests if f"test_{test}" not in names_in(name)]
        assert missing == [], (check, name)
