"""Common words of the field and of this program: who guesses a passphrase here has a list of them, as short as this one."""

_TEXT = """
    accuracy action actions activity adult age agency agree agreed allocation answer answers application appointment area
    assess assessed assessment assessments assessor asset assetplus audit aware backup bail barrier barriers behaviour board
    breach care carer carers case caseload cases caution change check child children close closed comment community
    compliance concern concerns conference conflict consent contact contacts contingency control court courts crime criminal
    custody data date daughter decision decisions delivered delivery desistance detention disability disposal diversion
    diversity document domain draft drug drugs duty education effective employment engage engagement england escalation
    evidence exclusion export factor factors factual family father feedback fieldwork file finding findings focus form
    framework gender goal good group guidance handoff harm head health home hospital house housing hub import improvement
    inadequate information inspect inspected inspection inspections inspector inspectorate inspectors interview interviews
    intervention interventions involve judge judged judgement judgements judgment justice keep key keys kind knife laptop law
    lead leader leadership learning letter levels licence list local magistrate management manager managers mapp mappa
    marker marking matter meeting meetings member mental mother multi narrative national need needs neglect note notes
    nurse offence offences offender offenders office officer officers open order orders organisation outcome outcomes
    outstanding overall package page panel parent parents parole partner partners partnership partnerships passphrase
    password pathway person personal persons phone plan planning plans police policy post practice practitioner
    presentation prevention prison probation process programme prompt prompts protect protection provision public
    purposeful quality question questions rate rated rating ratings reason recall recommendation record recorded records
    referral referrals rehabilitation release remand reoffending reparation report reports requires resettlement resolution
    resource respond response restorative review reviewed reviews risk risks safe safeguard safeguarding safety sample
    school screening secure sentence sentences sentencing serious service services session sexual sister social
    source specialist speech staff staffing stage standard standards statutory strength strengths study substance summary
    supervision supervisor support survey system table target targets task teacher team teams theme time training transfer
    transition trauma trust unit update verified victim victims video violence violent visit visits voice vulnerability
    vulnerable wales warning week weekly welfare wellbeing welsh work worker workers working young youth
"""
WORDS = frozenset(_TEXT.split())
