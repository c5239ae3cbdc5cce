"""The analyst's function of each value of the catalogue, with the symbols of its arguments."""

from kragozor.instruments.indicators import (
    agrifood,
    cff,
    cluster,
    cmu,
    cti,
    esrs_e5,
    iso59020,
    mci,
    packaging,
    textiles,
    vsme_b7,
)
from kragozor.instruments.indicators.catalogue import indicator

NUTRIENT_ARGUMENTS = {
    "circularity": {"recycled_nutrient_input": "REC", "nutrient_input": "I"},
    "use_efficiency": {"nutrient_output": "O", "nutrient_input": "I"},
    "surplus": {"nutrient_input": "I", "nutrient_output": "O"},
}

# The function of each value, with the symbols of its arguments; lists run along the last axis.
FUNCTIONS = {
    "mci": {
        "energy_recovered": (
            mci.energy_recovered_share,
            {
                "recovered_energy": "E_R",
                "higher_heating_value": "HHV",
                "biological_mass": "M_B",
                "biogenic_carbon_share": "B_C",
            },
        ),
        "virgin_feedstock": (
            mci.virgin_feedstock,
            {
                "mass": "M",
                "recycled_feedstock": "F_R",
                "reused_feedstock": "F_U",
                "renewable_feedstock": "F_S",
            },
        ),
        "unrecoverable_waste": (
            mci.unrecoverable_waste,
            {
                "mass": "M",
                "collected_for_recycling": "C_R",
                "collected_for_reuse": "C_U",
                "composted": "C_C",
                "energy_recovered": "C_E",
            },
        ),
        "recycling_losses": (
            mci.recycling_losses,
            {
                "mass": "M",
                "collected_for_recycling": "C_R",
                "end_of_life_recycling_efficiency": "E_C",
            },
        ),
        "feedstock_losses": (
            mci.feedstock_losses,
            {"mass": "M", "recycled_feedstock": "F_R", "feedstock_recycling_efficiency": "E_F"},
        ),
        "waste": (
            mci.waste,
            {"unrecoverable_waste": "W_0", "feedstock_losses": "W_F", "recycling_losses": "W_C"},
        ),
        "linear_flow_index": (
            mci.linear_flow_index,
            {
                "virgin": "V",
                "waste": "W",
                "mass": "M",
                "feedstock_losses": "W_F",
                "recycling_losses": "W_C",
            },
        ),
        "utility": (
            mci.utility,
            {
                "lifetime": "L",
                "industry_lifetime": "L_av",
                "use_intensity": "U",
                "industry_use_intensity": "U_av",
            },
        ),
        "utility_factor": (mci.utility_factor, {"utility": "X"}),
        "mci_unclamped": (
            lambda *, lfi, factor: mci.unclamped_circularity(
                linear_flow_index=lfi, utility=0.9 / factor
            ),
            {"lfi": "LFI", "factor": "F_X"},
        ),
        "mci": (
            lambda *, lfi, factor: mci.material_circularity_indicator(
                linear_flow_index=lfi, utility=0.9 / factor
            ),
            {"lfi": "LFI", "factor": "F_X"},
        ),
    },
    "cluster": {
        "circularity": (cluster.cluster_circularity, {"mass": "m_m", "circularity": "c_m"}),
        "total_inflow": (cluster.cluster_inflow, {"mass": "i_m"}),
        "circular_inflow_share": (
            cluster.cluster_inflow_share,
            {"mass": "i_m", "circular_share": "s_m"},
        ),
    },
    "mci-company": {
        "mci": (mci.company_circularity_indicator, {"weights": "N_R", "indicators": "MCI_R"}),
    },
    "iso59020": {
        "reused_inflow_share": (
            iso59020.reused_inflow_share,
            {"reused_inflow": "m_REUI", "total_inflow": "m_TI"},
        ),
        "recycled_inflow_share": (
            iso59020.recycled_inflow_share,
            {"recycled_inflow": "m_RECI", "total_inflow": "m_TI"},
        ),
        "renewable_inflow_share": (
            iso59020.renewable_inflow_share,
            {"renewable_inflow": "m_RENI", "total_inflow": "m_TI"},
        ),
        "relative_lifetime": (
            iso59020.relative_lifetime,
            {"product_lifetime": "t_LP", "industry_lifetime": "t_IALP"},
        ),
        "reused_outflow_share": (
            iso59020.reused_outflow_share,
            {"reused_outflow": "m_REUO", "total_outflow": "m_TO"},
        ),
        "recycled_outflow_share": (
            iso59020.recycled_outflow_share,
            {"recycled_outflow": "m_RECO", "total_outflow": "m_TO"},
        ),
        "renewable_outflow_share": (
            iso59020.renewable_outflow_share,
            {"renewable_outflow": "m_RENO", "total_outflow": "m_TO"},
        ),
        "renewable_energy_share": (
            iso59020.renewable_energy_share,
            {
                "renewable_energy_in": "E_I_RENE",
                "renewable_energy_out": "E_O_RENE",
                "total_energy_in": "E_I_TE",
                "total_energy_out": "E_O_TE",
            },
        ),
        "circular_water_inflow_share": (
            iso59020.circular_water_inflow_share,
            {"water_from_circular_sources": "V_CIW", "water_withdrawn": "V_AIW"},
        ),
        "circular_water_outflow_share": (
            iso59020.circular_water_outflow_share,
            {"water_discharged_to_quality": "V_CDW", "water_withdrawn": "V_AIW"},
        ),
        "onsite_water_reuse_ratio": (
            iso59020.onsite_water_reuse_ratio,
            {"water_used": "V_TWU", "water_withdrawn": "V_AIW"},
        ),
        "material_productivity": (
            iso59020.material_productivity,
            {"revenue": "R", "linear_inflow": "m_LI"},
        ),
        "resource_intensity_index": (
            iso59020.resource_intensity_index,
            {"economic_growth": "G", "resource_use": "U"},
        ),
    },
    "esrs-e5": {
        "total_inflow": (
            esrs_e5.total_inflow,
            {"technical_inflow": "m_TEC", "biological_inflow": "m_BIO"},
        ),
        "sustainable_biological_share": (
            esrs_e5.sustainable_biological_share,
            {"sustainable_biological_inflow": "m_SUS", "total_inflow": "m_I"},
        ),
        "secondary_inflow": (
            esrs_e5.secondary_inflow,
            {"reused_inflow": "m_REU", "recycled_inflow": "m_REC"},
        ),
        "secondary_inflow_share": (
            esrs_e5.secondary_inflow_share,
            {"secondary_inflow": "m_SEC", "total_inflow": "m_I"},
        ),
        "relative_durability": (
            esrs_e5.relative_durability,
            {"product_lifetime": "t_P", "industry_lifetime": "t_IND"},
        ),
        "recyclable_product_share": (
            esrs_e5.recyclable_share,
            {"recyclable_mass": "m_RP", "mass": "m_P"},
        ),
        "recyclable_packaging_share": (
            esrs_e5.recyclable_share,
            {"recyclable_mass": "m_RPK", "mass": "m_PK"},
        ),
        "recyclable_product_rate": (
            esrs_e5.recyclable_rate,
            {"recyclable_mass": "m_RP", "total_inflow": "m_I"},
        ),
        "recyclable_packaging_rate": (
            esrs_e5.recyclable_rate,
            {"recyclable_mass": "m_RPK", "total_inflow": "m_I"},
        ),
        **{
            f"{prefix}diverted": (
                esrs_e5.diverted,
                {
                    "preparing_for_reuse": f"m_PR{part}",
                    "recycling": f"m_RC{part}",
                    "other_recovery": f"m_OR{part}",
                },
            )
            for prefix, part in (("", ""), ("hazardous_", "_H"))
        },
        **{
            f"{prefix}disposed": (
                esrs_e5.disposed,
                {
                    "incineration": f"m_IN{part}",
                    "landfill": f"m_LF{part}",
                    "other_disposal": f"m_OD{part}",
                },
            )
            for prefix, part in (("", ""), ("hazardous_", "_H"))
        },
        **{
            f"non_hazardous_{treatment}": (
                esrs_e5.non_hazardous,
                {"waste": f"m_{symbol}", "hazardous": f"m_{symbol}_H"},
            )
            for treatment, symbol in {
                "diverted": "DIV",
                "preparing_for_reuse": "PR",
                "recycling": "RC",
                "other_recovery": "OR",
                "disposed": "DIS",
                "incineration": "IN",
                "landfill": "LF",
                "other_disposal": "OD",
            }.items()
        },
        "total_waste": (esrs_e5.total_waste, {"diverted": "m_DIV", "disposed": "m_DIS"}),
        "non_recycled": (esrs_e5.non_recycled, {"total_waste": "m_W", "recycling": "m_RC"}),
        "non_recycled_share": (
            esrs_e5.non_recycled_share,
            {"non_recycled": "m_NR", "total_waste": "m_W"},
        ),
    },
    "vsme-b7": {
        "total_waste": (
            vsme_b7.total_waste,
            {"hazardous_waste": "m_H", "non_hazardous_waste": "m_N"},
        ),
        "recycled_or_reused_share": (
            vsme_b7.recycled_or_reused_share,
            {"recycled_or_reused_waste": "m_RR", "total_waste": "m_W"},
        ),
        "other_waste": (
            vsme_b7.other_waste,
            {"total_waste": "m_W", "recycled_or_reused_waste": "m_RR"},
        ),
        "total_material": (vsme_b7.total_material, {"material_mass": "m_i"}),
    },
    "cmu": {
        "circular_use": (
            cmu.circular_use,
            {"recovered": "RCV", "waste_imports": "IMP_w", "waste_exports": "EXP_w"},
        ),
        "circular_material_use_rate": (
            cmu.circular_material_use_rate,
            {"circular_use": "U", "domestic_material_consumption": "DMC"},
        ),
    },
    "cti": {
        "greenhouse_gas_effect": (
            cti.greenhouse_gas_effect,
            {
                "recycled_mass": "m_k",
                "virgin_emissions": "EF_V_k",
                "recycled_emissions": "EF_R_k",
            },
        ),
        "circular_inflow": (cti.circular_inflow, {"inflow_mass": "m_i", "circular_share": "c_i"}),
        "circular_outflow": (
            cti.circular_outflow,
            {"outflow_mass": "m_j", "recovery_potential": "p_j", "actual_recovery": "a_j"},
        ),
        "circularity": (
            cti.circularity,
            {
                "inflow_mass": "m_i",
                "circular_share": "c_i",
                "outflow_mass": "m_j",
                "recovery_potential": "p_j",
                "actual_recovery": "a_j",
            },
        ),
        "critical_inflow_share": (
            cti.critical_inflow_share,
            {"critical_inflow": "m_C", "linear_inflow": "m_L"},
        ),
        **{
            f"{kind}_share": (
                cti.recovery_type_share,
                {"recovered_by_type": symbol, "recovered_mass": "m_RECOV"},
            )
            for kind, symbol in {
                "reused": "m_REU",
                "refurbished": "m_REF",
                "remanufactured": "m_REM",
                "recycled": "m_REC",
                "biodegraded": "m_BIO",
            }.items()
        },
        "renewable_energy_share": (
            cti.renewable_energy_share,
            {"renewable_energy": "E_R", "total_energy": "E_T"},
        ),
        "circular_water_inflow_share": (
            cti.circular_water_inflow_share,
            {"circular_water_inflow": "Q_CI", "total_water_inflow": "Q_I"},
        ),
        "circular_water_outflow_share": (
            cti.circular_water_outflow_share,
            {"circular_water_outflow": "Q_CO", "total_water_outflow": "Q_O"},
        ),
        "water_circularity": (
            cti.water_circularity,
            {"circular_water_inflow_share": "WI", "circular_water_outflow_share": "WO"},
        ),
        "onsite_water_circulation": (
            cti.onsite_water_circulation,
            {"water_used": "Q_U", "total_water_inflow": "Q_I"},
        ),
        "actual_lifetime": (
            cti.actual_lifetime,
            {"product_lifetime": "t_P", "reference_lifetime": "t_R"},
        ),
        "circular_material_productivity": (
            cti.circular_material_productivity,
            {"revenue": "R", "linear_inflow": "m_L"},
        ),
        "cti_revenue": (
            cti.cti_revenue,
            {"revenue": "R_p", "circular_inflow": "in_p", "circular_outflow": "out_p"},
        ),
    },
    "nutrients": {
        f"{nutrient}_{name}": (
            getattr(agrifood, f"nutrient_{name}"),
            {argument: f"{symbol}_{index}" for argument, index in NUTRIENT_ARGUMENTS[name].items()},
        )
        for nutrient, symbol in {"nitrogen": "N", "phosphorus": "P", "potassium": "K"}.items()
        for name in NUTRIENT_ARGUMENTS
    },
    "food-waste": {
        "annual_food_waste": (agrifood.annual_food_waste, {"food_waste": "F", "period": "T"}),
        "food_waste_per_head": (
            agrifood.food_waste_per_head,
            {"annual_food_waste": "F_a", "people": "H"},
        ),
        "baseline_food_waste_per_head": (
            agrifood.food_waste_per_head,
            {"annual_food_waste": "F_0", "people": "H_0"},
        ),
        "reference_food_waste": (
            agrifood.reference_food_waste,
            {"baseline_food_waste": "F_0", "people": "H", "baseline_people": "H_0"},
        ),
        "food_waste_reduction": (
            agrifood.food_waste_reduction,
            {"annual_food_waste": "F_a", "reference_food_waste": "F_B"},
        ),
        "target_food_waste": (
            agrifood.target_food_waste,
            {"reference_food_waste": "F_B", "reduction_target": "t"},
        ),
        "path_food_waste": (
            agrifood.path_food_waste,
            {"reference_food_waste": "F_B", "reduction_target": "t", "year": "Y"},
        ),
    },
    "food-surplus": {
        value.name: (
            agrifood.surplus_share,
            {"surplus_of_step": value.symbol.replace("s", "S"), "surplus_food": "S"},
        )
        for value in indicator("food-surplus").values.values()
        if value.name not in ("surplus_food", "unknown_surplus_share")
    },
    "biomass": {
        "dry_matter_input": (agrifood.dry_matter, {"mass": "m_i", "dry_matter_share": "d_i"}),
        "dry_matter_output": (agrifood.dry_matter, {"mass": "m_j", "dry_matter_share": "d_j"}),
        "dry_matter_gap": (
            agrifood.dry_matter_gap,
            {"dry_matter_input": "D_I", "dry_matter_output": "D_O"},
        ),
        "dry_matter_gap_share": (
            agrifood.dry_matter_gap_share,
            {"dry_matter_input": "D_I", "dry_matter_output": "D_O"},
        ),
        "circular_dry_matter_input": (
            agrifood.circular_dry_matter,
            {"mass": "m_i", "dry_matter_share": "d_i", "circular_share": "c_i"},
        ),
        "circular_dry_matter_share": (
            agrifood.circular_dry_matter_share,
            {"circular_dry_matter_input": "D_C", "dry_matter_input": "D_I"},
        ),
        "recirculated_dry_matter": (
            agrifood.recirculated_dry_matter,
            {"mass": "m_j", "dry_matter_share": "d_j", "recirculated_share": "r_j"},
        ),
        "biological_recirculation": (
            agrifood.biological_recirculation,
            {"recirculated_dry_matter": "D_B", "dry_matter_output": "D_O"},
        ),
        "cascade_factor": (
            agrifood.cascade_factor,
            {"material_uses": "U", "primary_biomass": "B"},
        ),
    },
    "packaging-content": {
        "plastic_mass": (packaging.plastic_mass, {"mass": "m_i", "plastic_share": "p_i"}),
    },
    "textiles": {
        "preferred_share": (
            textiles.preferred_share,
            {"preferred_fibre": "m_PREF", "total_fibre": "m_F"},
        ),
        **{
            name: (
                textiles.fibre_to_fibre_share,
                {"from_same_product": "m_CL", "from_same_sector": "m_TT", "total_fibre": whole},
            )
            for name, whole in {
                "fibre_to_fibre_share": "m_F",
                "fibre_to_fibre_of_recycled": "m_K",
            }.items()
        },
        "closed_loop_inflow": (
            textiles.loop_share,
            {"loop_mass": "m_CL", "recycled_mass": "m_K"},
        ),
        "closed_loop_outflow": (
            textiles.loop_share,
            {"loop_mass": "M_CL", "recycled_mass": "M_K"},
        ),
        "mono_material_share": (
            textiles.mono_material_share,
            {"mono_material_mass": "M_MONO", "product_mass": "M"},
        ),
        "wears": (textiles.wears, {"lifetime": "L", "wears_per_year": "U"}),
        "industry_wears": (textiles.wears, {"lifetime": "L_av", "wears_per_year": "U_av"}),
        "relative_wears": (textiles.relative_wears, {"wears": "w", "industry_wears": "w_av"}),
    },
    "cff": {
        "energy": (
            cff.energy,
            {
                "energy_recovery_rate": "R_3",
                "energy_recovery_burden": "E_ER",
                "lower_heating_value": "LHV",
                "heat_efficiency": "X_heat",
                "substituted_heat_burden": "E_SE_heat",
                "electricity_efficiency": "X_elec",
                "substituted_electricity_burden": "E_SE_elec",
                "energy_allocation_factor": "B",
            },
        ),
        "disposal": (
            cff.disposal,
            {
                "disposal_burden": "E_D",
                "recycling_output_rate": "R_2",
                "energy_recovery_rate": "R_3",
            },
        ),
        "total": (
            cff.circular_footprint,
            {"material": "E_mat", "energy": "E_en", "disposal": "E_disp"},
        ),
    },
}

# Sums, remainders, counts and the coverage of a company, whose formulas are their own definition;
# the terms of a function that gives their sum alone.
WITHOUT_FUNCTION = {
    ("cluster", "contributors"),
    ("cluster", "mean_mci"),
    ("mci-company", "coverage"),
    ("iso59020", "linear_inflow"),
    ("iso59020", "linear_inflow_share"),
    ("iso59020", "linear_outflow"),
    ("iso59020", "linear_outflow_share"),
    ("esrs-e5", "hazardous_waste"),
    ("esrs-e5", "hazardous_and_radioactive_waste"),
    ("cff", "virgin_content"),
    ("cff", "recycled_content_burden"),
    ("cff", "shared_virgin"),
    ("cff", "end_of_life_recycling"),
    ("cff", "material"),
    ("cost-curve", "order"),
    ("cost-curve", "unit_cost"),
    ("cost-curve", "cumulative"),
    ("cti", "linear_inflow"),
    ("cti", "recovered_mass"),
    ("food-surplus", "surplus_food"),
    ("food-surplus", "unknown_surplus_share"),
    ("food-waste", "path_gap"),
    ("food-waste", "path_status"),
    ("food-waste", "reduction_target"),
    ("food-waste", "target_gap"),
}
# What whole computations hold to its function, since its formula rests on another's.
WITHOUT_FUNCTION |= {
    (indicator_id, name)
    for indicator_id in ("packaging", "packaging-grade", "packaging-content", "textiles")
    for name in indicator(indicator_id).values
    if name not in FUNCTIONS.get(indicator_id, ())
}

# The symbols of the items of lists.
LISTS = {symbol for name in FUNCTIONS for symbol in indicator(name).item_of}

# With small parts of large wholes every number keeps within its own domain and within its limits.
WHOLES = {
    *("M", "M_B", "HHV"),
    *("m_TI", "m_TO", "E_I_TE", "V_AIW"),
    *("E_T", "Q_I", "Q_O", "m_RECOV"),
    *("m_I", "m_P", "m_PK", "m_DIV", "m_DIS", "m_W", "RCV"),
    *("m_F", "m_K", "M_K"),
    *("N_I", "P_I", "K_I", "D_I", "D_O", "S"),
}
