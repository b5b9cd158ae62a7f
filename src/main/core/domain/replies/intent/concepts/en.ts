import type { ConceptTable } from '../concept-table.ts';

export const EN: ConceptTable = {
  common:
    'the a an of to in on is are was be it this that and or for with your you we i have has can could would will do does if so as at by from my our me us not but what please thanks any an there been when who how they he she',
  not: 'not no t cannot cant dont doesnt wont isnt arent never nobody none nothing without nor neither hardly unable rather_not instead_of zero',
  noMore: 'no_longer any_more anymore any_longer no_more used_to',
  i: 'i me my i_m im mine myself',
  we: 'we us our ourselves',
  you: 'you your yours u',
  they: 'he she his her him they them their mr mrs ms dr colleague_s',
  meet: 'meet* appointment* get_together sit_down face_to_face in_person session coffee lunch catch_up see_you see_each_other meet_up',
  talk: 'talk talking speak chat* call calls discuss* ring phone telephone zoom teams video conference conversation hop_on jump_on give_me_a dial webinar walkthrough',
  demo: 'demo demos demonstrat* show_me show_us walk_me walk_us presentation_of live',
  book: 'book booked booking schedul* slot slots calendar* diary invite invit* arrange* set_up pencil* put_something put_me pick_a picked reserve* calendly accepted confirm*',
  visit:
    'stop_by come_by drop_by pop_in swing_by come_over come_round visit* premises our_office stand booth fair trade_show',
  weekday:
    'mon monday* tue tues tuesday* wed weds wednesday* thu thur thurs thursday* fri friday* saturday sat sunday sun weekday',
  dayPart: 'today tonight tomorrow tmrw tmw tomorow morning* afternoon* evening* noon midday lunchtime',
  near: 'next_week this_week week_of the_week_after following_week coming_week',
  fit: 'work_for works suit* fine good_for is_good is_fine is_ok ok_for okay convenient perfect doable manage possible fits would_do will_do works_better',
  free: 'free available availab* around open_to up_for half_an_hour minutes minute mins min time_for an_hour make_time squeeze have_time',
  yes: 'yes yeah yep yup sure absolutely definitely certainly of_course gladly happy glad pleased delighted love_to like_to would_like ok okay agreed deal go_for_it let_s lets why_not with_pleasure keen fine_by',
  interest: 'interest interested keen curious intrigued appeals',
  interesting:
    'interesting exciting promising great impressive nice good_stuff looks_good sounds_good sounds_great useful helpful',
  go: 'next_step* proceed go_ahead move_forward moving_forward take_it_forward take_this_forward get_started start started begin kick_off onboard* sign_up get_going go_with ball_rolling count_me count_us we_re_in i_m_in roll_out with_you crack_on come_on_board pursue switch',
  offer:
    'offer quote quotes quotation* proposal* contract agreement estimate order_form purchase_order po invoice sow terms tender rfp paperwork',
  try: 'try_it try_out trial test_account pilot* proof_of_concept poc test_it give_it_a_go give_it_a_try test_access sandbox test_run evaluate',
  buy: 'buy purchase order take_it sign subscrib* budget_approved approved ordering we_ll_take raise_a_po po',
  want: 'want need needs looking_for look_for require would_like searching exactly_what just_what precisely',
  price:
    'cost costs price* pricing much_is how_much rate rates fee fees charge* ballpark expensive cheap discount license licence per_user per_month per_seat',
  info: 'more_info* more_detail* information info details detail further additional specs specification* elaborate clarify explain* tell_me_more tell_us_more know_more learn_more hear_more background insight understand in_depth faq questions question',
  ask: 'what which how does do_you is_it is_there are_there are_you can_it can_you where why whether',
  refs: 'reference* case_stud* customers clients use_case* companies_like testimonials who_else anyone_else experience industry sector',
  tech: 'integrat* compatible support supports data security secure gdpr_compliant iso hosted hosting server* cloud premise* api sap salesforce hubspot language* install* implement* setup minimum_term notice_period include* included differ* compare* feature* function* capacity warranty deliver* lead_time handle certified comply compliant storage stored',
  brochure:
    'brochure* leaflet* flyer* flier* catalog* datasheet* data_sheet* deck pitch_deck slide* one_pager onepager white_paper* whitepaper* company_profile profile prospectus pdf presentation fact_sheet* literature product_sheet* overview material* documentation portfolio pamphlet booklet line_card look_book lookbook handout something_to_read something_in_writing capability_statement in_print document',
  send: 'send sending share email_me email_us mail_me mail_us forward_me forward_us provide attach ping_me_the drop_me_the post_me let_me_have shoot_me shoot_over over_to pass_me fwd forward_a',
  read: 'have_a_look take_a_look look_at read reading look_through go_through browse study_it pass_around pass_on_to',
  later:
    'later next_year next_month next_quarter next_spring next_summer another_time some_other_time future down_the_line down_the_road in_due_course new_year second_half half_year half_a_year quarter q1 q2 q3 q4 h1 h2 couple_of_months few_months few_weeks months weeks month_s month_from six_months in_a_year a_bit_later years early_next',
  season:
    'spring summer autumn fall winter easter christmas xmas january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct november nov december dec 0000',
  again:
    'again circle_back check_back get_back_to_me come_back_to_me get_in_touch touch_base reconnect revisit follow_up try_me try_us ask_me ask_again remind* ping_me reach_out reach_back nudge drop_me_a_line pick_this_up pick_it_up contact_me write_to_me back_to_us back_to_me resurface look_me_up knock_again give_us_a_shout give_me_a_shout in_touch check_in come_back hold_off park_this park_it back_burner diarise resume',
  now: 'now right_now at_the_moment currently this_year this_quarter this_month at_present presently just_now for_now at_this_point at_this_stage these_days',
  budget: 'budget* funds money spend frozen freeze',
  busy: 'busy swamped snowed stretched tied_up underwater flat_out no_time hectic overloaded priority priorities in_the_middle audit migration merger year_end bandwidth hands_full timing up_to_my mid_project crunch relocation moving_house',
  until:
    'until till once after when_i before by_then then as_soon_as not_before from_then beginning_of start_of end_of back_on back_from mid early_in runs_until expires runs_out renewal',
  early:
    'too_early not_yet too_soon premature bad_timing wrong_time not_the_right_time good_time right_time best_time bad_time bit_early early_for_us early_days',
  maybe:
    'maybe perhaps might possibly may potentially depends unsure not_sure possibility probably let_s_see we_ll_see',
  away: 'holiday* vacation leave sabbatical travelling traveling out_of_the_office out_of_office away parental maternity back_in annual_leave abroad ooo hospital',
  colleague:
    'colleague* boss manager director head_of assistant cto ceo cfo coo ciso cio cmo vp chief team_lead partner buyer wife husband brother sister supervisor secretary coworker co-worker owner deputy counterpart lead',
  responsible:
    'responsible in_charge looks_after look_after handles handle deals_with takes_care take_care manages runs oversees decision_maker decides decide right_person best_person right_contact correct_person better_person wrong_person person_for the_one_to person_to one_to_talk owns heads_up makes_the_call point_of_contact covers right_address right_guy not_my_area not_my_department best_placed calls_the_shots her_remit his_remit my_remit your_man your_contact more_likely right_man right_woman right_lady holds_the',
  contact:
    'contact speak_to speak_with talk_to talk_with write_to reach_out_to get_in_touch_with get_hold_of ask try email address_this refer_you refer_to direct_this direct_your redirect connect_with go_through go_via via reach_him reach_her drop_him drop_her turn_to approach send_this_to send_it_to get_onto take_it_up_with you_want you_need_to loop_in cc copied copying in_copy cc_ing cc_d',
  department:
    'purchasing procurement it_department it_team it_manager hr human_resources accounts finance_team finance_department marketing_team marketing_department headquarters head_office hq department facilities operations logistics fleet_manager vendor_management buying_team admin legal',
  forwarded:
    'forwarded forward_this forward_it passed_it passed_your passed_this passed_on passing_this handed_over hand_over sent_it_on shared_it',
  stop: 'stop stopping cease quit leave_me_alone leave_us_alone go_away enough desist bugger_off get_lost buzz_off no_more don_t_contact don_t_write don_t_email don_t_call stop_it harass* bother* pester* last_warning refrain* leave_it_there leave_it_at_that lose_my lose_this hassle sixth_message fifth_email respect_that',
  already:
    'already existing current incumbent present_supplier present_provider have_a all_set sorted covered taken_care in_place use_another work_with long_standing',
  supplier:
    'supplier* provider* vendor* solution partner_for contract_with system tool software agency competitor',
  content:
    'satisfied happy_with content good_thanks works_well working_well all_good pleased_with suits_us_well well_served loyal',
  relevant:
    'relevant applicable apply applies use_for of_use not_for_us not_for_me a_fit good_fit a_match in_the_market no_need need_for fit_for concern* need_this our_thing our_cup for_us for_me useful_to',
  decline:
    'pass decline* no_thanks no_thank thanks_but pass_on_this decided_against reject* turn_down give_it_a_miss not_going_to decided_not say_no a_no hard_no no_go not_today skip politely opt_not leave_it nah we_re_good don_t_want dont_want not_keen',
  spam: 'spam junk cold_e cold_email* cold_mail* unsolicited report block blocked blocking nuisance harassment annoying rude lawyer illegal complaint',
  inHouse: 'in_house inhouse internally_built ourselves own_system own_solution built_our',
  luck: 'good_luck all_the_best best_of_luck wish_you success goodbye bye cheers farewell',
  left: 'left leaving has_left departed moved_on quit resigned resignation laid_off made_redundant redundant fired let_go parted_ways gone isn_t_with not_with with_us passed_away deceased last_day handed_in new_pastures pastures dismissed new_employer another_employer transferred',
  company:
    'company firm organisation organization business employer corporation group office here school hospital_trust practice shop',
  work: 'work working worked employ* works_here work_here job role position staff on_the_payroll post',
  changed:
    'changed switched new_job new_employer new_role new_position another_company different_company moved_to joined elsewhere career somewhere_else different_job other_job new_challenge',
  former: 'former previously ex previous predecessor old_address private_address personal_address used_to_be',
  successor:
    'successor replaced replacement took_over taken_over replaces took_on new_person has_taken inherited',
  update: 'update_your your_records bounce mailbox inbox no_longer_monitored monitored',
  retired:
    'retire* retirement pension* emeritus old_age grandchildren stopped_working gave_up_work closed_the_shop handed_the_business golden_years hung_up hang_up_my boots handed_in_the_keys put_my_feet_up bus_pass',
  unsubscribe:
    'unsubscrib* opt_out opt_me_out opting_out optout unsub opted_out unsuscribe unsubcribe deregister sign_me_off',
  list: 'list lists mailing_list database records distribution crm newsletter* mailshot* bulk_mail contact_list files system_please subscription mailings mailouts marketing_emails campaigns',
  remove:
    'remove* removed take_me take_us take_my take_this delete* erase* erasure strike scrub purge drop_me_from get_me_off cross_me wipe off_your off_this off_the',
  data: 'personal_data my_data my_details my_address my_email this_address our_address my_info my_name our_details our_data my_contact privacy gdpr article dsar right_to_be data_protection',
  object: 'object consent withdraw* revoke* hereby legitimate regulator authority ico',
  advert:
    'marketing advert* promotional promotion* commercial_email* publicity mails emails messages e_mails',
  receive: 'receive receiving get_these getting_these get_any hear_from recieve hearing_from receiving_these',
  who: 'who_are who_is_this who_r do_i_know do_we_know who_s_this remind_me_who which_company_are',
  whence:
    'where_did how_did_you how_come where_do_you get_my get_our find_my got_my obtained how_do_you_know have_my',
  think: 'think consider let_me_think mull digest sleep_on reflect ponder chew thinking_about weigh',
  discuss:
    'internally with_my with_the_team with_our discuss_it talk_to_my check_with run_it_by speak_to_my bring_it_up take_it_to ask_my my_boss my_team let_you_know get_back_to_you back_to_you come_back_to_you be_in_touch evaluating still_evaluating keep_you_posted on_our_agenda have_to_check checking_with',
  got: 'got_it received noted acknowledged understood well_received seen_it will_read keep_it_on_file on_file saved_your duly in_the_loop fyi',
  broken:
    'link doesn_t_open broken attachment can_t_open not_working typo spelled spelling placeholder first_name mixed_up wrong_thread meant_for confus* wrong_mail misspelled wrong_name not_load error_page template got_our wrong_chris wrong_name_on wasn_t_me subject_line our_company_name signature',
  robot:
    'robot bot automated automatic ai chatgpt machine human real_person mass_mail mass_email computer generated algorithm',
  met: 'met_before we_met seen_each talked_to_you spoke_to_your already_spoken spoken_to your_colleague at_the_fair last_year_s remember_you already_talked',
  thanks: 'thank thanks thx cheers ty appreciate* appreciated kind_of_you grateful',
  greet:
    'happy_new merry weekend weather raining congratulations greetings have_a_nice same_to_you well_done haha lol hope_you_re',
  sorry: 'sorry afraid unfortunately apologies regret sadly alas',
  but: 'but however though although yet instead still',
};
