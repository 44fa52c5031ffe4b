"""Words that name a fact in the header of a table, English and Dutch, beside its key and noun.

Capitals, spaces and punctuation do not count. A word that lists of people use for something else
too is none of them, for it would be a guess: "Title" may be that of a doctor, "Level" a grade of
pay, "Years" of service, "Hours per week" those of a contract, "Language" that of letters.
"""

from __future__ import annotations

HEADER_WORDS = {
    "name": (
        "Full name, Employee, Employee name, Person, Colleague, Team member, Naam, "
        "Volledige naam, Medewerker, Naam medewerker, Persoon, Collega, Teamlid"
    ),
    "id": "Employee ID, Employee number, Staff number, Personeelsnummer, Medewerkernummer",
    "role": (
        "Role, Job, Job role, Position, PMO role, Rol, Functie, Functietitel, "
        "Functienaam, Rol in PMO"
    ),
    "experience_level": "Experience level, PMO level, Loopbaanniveau, Carrièreniveau, PMO-niveau",
    "pmo_types": "PMO type, PMO types, Type of PMO, Type PMO, Soort PMO",
    "works_with": "Works with, Method, Methods, Methode, Methoden, Methodes, Werkt met",
    "country": "Country of work, Land, Werkland",
    "years_in_pmo": (
        "Years in PMO, Years in a PMO, Years in the PMO, PMO years, PMO experience, PMO "
        "experience (years), Years of PMO experience, Jaren in PMO, Jaren in een PMO, "
        "Jaren PMO, Jaren PMO-ervaring, Jaren ervaring in PMO, PMO-ervaring, PMO-ervaring "
        "(jaren), PMO-ervaring in jaren"
    ),
    "years_in_projects": (
        "Years in projects, Project years, Project experience, Project experience "
        "(years), Years of project experience, Years of project work, Jaren in projecten, "
        "Jaren projectervaring, Jaren projectwerk, Projectervaring, Projectervaring "
        "(jaren), Projectervaring in jaren"
    ),
    "holds": (
        "Holds, Certification, Certifications, Certificate, Certificates, Certifications "
        "held, Certificates held, Certificaat, Certificaten, Certificering, "
        "Certificeringen, Behaalde certificaten"
    ),
    "holds_complete": "All held, List complete, Complete list, Lijst volledig, Volledige lijst",
    "holds_other": (
        "Other certifications, Overige certificaten, Andere certificaten, Overige certificeringen"
    ),
    "goals": "Goals, Doel, Doelen",
    "target_level": "Target level, Level aimed for, Doelniveau, Gewenst niveau, Streefniveau",
    "target_pmo_type": "Target PMO type, PMO type aimed for, Gewenst type PMO, Gewenst soort PMO",
    "education": (
        "Highest education, Highest diploma, Degree, Diploma, Opleiding, "
        "Opleidingsniveau, Hoogste opleiding, Hoogste diploma"
    ),
    "pmo_education_hours": (
        "PMO education hours, PMO education (hours), PMO training hours, PMO training "
        "(hours), Hours of PMO training, Uren PMO-opleiding, Uren PMO-training, PMO- "
        "opleiding (uren)"
    ),
    "reads": (
        "Reads, Languages, Languages read, Exam languages, Talen, Leest, Leestalen, Examentalen"
    ),
    "budget": "Study budget, Training budget, Opleidingsbudget, Studiebudget",
    "prices": "Prices, Prices quoted, Prijzen, Eigen prijzen",
    "hours_per_week": (
        "Study hours per week, Study hours a week, Hours for study a week, Studie-uren "
        "per week, Uren studie per week"
    ),
    "needed_by": "Needed by, Deadline, Nodig op, Uiterlijk, Streefdatum",
    "pmos_managed": (
        "PMOs managed, Number of PMOs, Number of PMOs managed, Aantal PMO's, Geleide PMO's"
    ),
    "people_led": "People led, Number of people led, Geeft leiding aan, Leidinggevend aan",
    "experience_accepted": "Experience accepted, Ervaring erkend, Ervaring geaccepteerd",
    "aspirations": "Ambition, Ambitions, Ambitie, Ambities, Wensen",
}
