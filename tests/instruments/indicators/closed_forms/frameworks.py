"""Limit cases of the frameworks that any subject is measured by, and of what is formed of them.

Of each: the case in words, the inputs that bring it about, and what the values then are.
"""

from kragozor.instruments.indicators.catalogue import indicator

HAZARDS = [name for name in indicator("esrs-e5").inputs if name.startswith("hazardous_")]
TREATMENTS = [name.removeprefix("hazardous_") for name in HAZARDS]


def iso_flows(kind, m):
    """Flows of one mass that are all of one kind; linear where there is no such kind."""
    kinds = ("reused", "recycled", "renewable")
    flows = {
        f"{each}_{side}": m * (each == kind) for each in kinds for side in ("inflow", "outflow")
    }
    return {"total_inflow": m, "total_outflow": m, **flows}


FORMS = {
    "cff": [
        (
            "a virgin material that ends on a landfill",
            lambda m, n: {"virgin_burden": m, "disposal_burden": n},
            lambda m, n: {"material": m, "disposal": n, "total": m + n},
        ),
        (
            "burnt whole, its heat in the place of other heat",
            lambda m, n, s: {
                "virgin_burden": m,
                "energy_recovery_rate": 1,
                "energy_recovery_burden": n,
                "lower_heating_value": 20,
                "heat_efficiency": s,
                "substituted_heat_burden": 2,
            },
            lambda m, n, s: {"disposal": 0, "energy": n - 40 * s, "total": m + n - 40 * s},
        ),
        (
            "recycled whole at A = 0: the whole credit goes to who recycles",
            lambda m, n, s: {
                "virgin_burden": m,
                "allocation_factor": 0,
                "recycling_output_rate": 1,
                "end_of_life_recycling_burden": n,
                "quality_ratio_out": s,
            },
            lambda m, n, s: {"disposal": 0, "material": m + n - m * s},
        ),
    ],
    "cluster": [
        (
            "members that are all alike are their own mean",
            lambda m, s, t, count: {
                "indices": [{"mci": s}] * count,
                "throughputs": [{"mass": m, "circularity": t}] * count,
                "inflows": [{"mass": m, "circular_share": s}] * count,
            },
            lambda m, s, t, count: {
                "contributors": count,
                "mean_mci": s,
                "circularity": t,
                "total_inflow": count * m,
                "circular_inflow_share": s,
            },
        ),
    ],
    "cmu": [
        (
            "without trade the recovered over all that is used",
            lambda m, n: {
                "recovered": m,
                "waste_imports": 0,
                "waste_exports": 0,
                "domestic_material_consumption": n,
            },
            lambda m, n: {"circular_use": m, "circular_material_use_rate": m / (m + n)},
        ),
        (
            "nothing but secondary material, all of it imported waste sent back",
            lambda m, n: {
                "recovered": m,
                "waste_imports": n,
                "waste_exports": n,
                "domestic_material_consumption": 0,
            },
            lambda m, n: {"circular_material_use_rate": 1},
        ),
    ],
    "cost-curve": [
        (
            "one measure alone",
            lambda m, n: {"measures": [{"id": "one", "annual_cost": -m, "avoided": n}]},
            lambda m, n: {"order": ("one",), "unit_cost": (-m / n,), "cumulative": (n,)},
        ),
        (
            "of equal flows the cheaper comes first",
            lambda m, n: {
                "measures": [
                    {"id": "dear", "annual_cost": 2 * m, "avoided": n},
                    {"id": "cheap", "annual_cost": m, "avoided": n},
                ]
            },
            lambda m, n: {"order": ("cheap", "dear"), "cumulative": (n, 2 * n)},
        ),
    ],
    "cti": [
        (
            "all circular on both sides",
            lambda m, n: {
                "inflows": [{"mass": m, "circular_share": 1}],
                "outflows": [{"mass": n, "recovery_potential": 1, "actual_recovery": 1}],
            },
            lambda m, n: {
                "circular_inflow": 1,
                "circular_outflow": 1,
                "circularity": 1,
                "linear_inflow": 0,
            },
        ),
        (
            "of equal masses the mean of both sides",
            lambda m, s, t: {
                "inflows": [{"mass": m, "circular_share": s}],
                "outflows": [{"mass": m, "recovery_potential": t, "actual_recovery": 1}],
            },
            lambda m, s, t: {"circularity": (s + t) / 2, "linear_inflow": m * (1 - s)},
        ),
        (
            "water that is used once is not circulated, used x times more it is",
            lambda m, x: {"water_used": m * (1 + x), "total_water_inflow": m},
            lambda m, x: {"onsite_water_circulation": x},
        ),
        (
            "one way of recovery alone",
            lambda m: {"refurbished": m},
            lambda m: {"recovered_mass": m, "refurbished_share": 1, "recycled_share": 0},
        ),
        (
            "a lifetime x times the reference; revenue of what is circular on both sides",
            lambda m, n, x: {
                "product_lifetime": x * n,
                "reference_lifetime": n,
                "products": [{"revenue": m, "circular_inflow": 1, "circular_outflow": 1}],
            },
            lambda m, n, x: {"actual_lifetime": x, "cti_revenue": m},
        ),
        (
            "recycling that emits as much as virgin production changes nothing",
            lambda m, n: {
                "recycled_materials": [{"mass": m, "virgin_emissions": n, "recycled_emissions": n}]
            },
            lambda m, n: {"greenhouse_gas_effect": 0},
        ),
    ],
    "esrs-e5": [
        (
            "all waste is recycled, and none of it is hazardous",
            lambda m: {
                **dict.fromkeys(TREATMENTS, 0),
                "recycling": m,
                **dict.fromkeys(HAZARDS, 0),
            },
            lambda m: {
                "total_waste": m,
                "diverted": m,
                "disposed": 0,
                "non_recycled": 0,
                "non_recycled_share": 0,
                "non_hazardous_recycling": m,
                "hazardous_waste": 0,
            },
        ),
        (
            "all waste is hazardous and goes to landfill",
            lambda m: {
                **dict.fromkeys([*TREATMENTS, *HAZARDS], 0),
                "landfill": m,
                "hazardous_landfill": m,
            },
            lambda m: {
                "disposed": m,
                "hazardous_waste": m,
                "non_hazardous_disposed": 0,
                "non_recycled_share": 1,
            },
        ),
        (
            "nothing but secondary material, half of it reused",
            lambda m: {
                "technical_inflow": m,
                "biological_inflow": m,
                "sustainable_biological_inflow": m,
                "reused_inflow": m,
                "recycled_inflow": m,
            },
            lambda m: {
                "total_inflow": 2 * m,
                "sustainable_biological_share": 0.5,
                "secondary_inflow_share": 1,
            },
        ),
    ],
    "iso59020": [
        (
            f"all of it is {kind}",
            lambda m, kind=kind: iso_flows(kind, m),
            lambda m, kind=kind: {
                f"{kind}_inflow_share": 1,
                f"{kind}_outflow_share": 1,
                "linear_inflow": 0,
                "linear_outflow_share": 0,
            },
        )
        for kind in ("reused", "recycled", "renewable")
    ]
    + [
        (
            "nothing of it is circular",
            lambda m, n: {**iso_flows("linear", m), "revenue": n},
            lambda m, n: {"linear_inflow_share": 1, "material_productivity": n / m},
        ),
        (
            "energy of which none is given away",
            lambda m, s: {"renewable_energy_in": s * m, "total_energy_in": m},
            lambda m, s: {"renewable_energy_share": s},
        ),
        (
            "energy given away that is as renewable as what came in",
            lambda m, s: {
                "renewable_energy_in": s * 2 * m,
                "total_energy_in": 2 * m,
                "renewable_energy_out": s * m,
                "total_energy_out": m,
            },
            lambda m, s: {"renewable_energy_share": s},
        ),
        (
            "water that comes back whole, and is used x times",
            lambda m, s, x: {
                "water_from_circular_sources": s * m,
                "water_withdrawn": m,
                "water_discharged_to_quality": m,
                "water_used": x * m,
            },
            lambda m, s, x: {
                "circular_water_inflow_share": s,
                "circular_water_outflow_share": 1,
                "onsite_water_reuse_ratio": x,
            },
        ),
        (
            "a lifetime as long as the industry's, and growth as large as the use",
            lambda m, x: {
                "product_lifetime": x,
                "industry_lifetime": x,
                "economic_growth": -m,
                "resource_use": m,
            },
            lambda m, x: {"relative_lifetime": 1, "resource_intensity_index": -1},
        ),
    ],
    "mci": [
        (
            "linear, used x times as much as others",
            lambda m, x: {"mass": m, "utility": x},
            lambda m, x: {
                "linear_flow_index": 1,
                "mci_unclamped": 1 - 0.9 / x,
                "mci": max(0, 1 - 0.9 / x),
            },
        ),
        (
            "reused for ever",
            lambda m, x: {
                "mass": m,
                "utility": x,
                "reused_feedstock": 1,
                "collected_for_reuse": 1,
            },
            lambda m, x: {"linear_flow_index": 0, "mci": 1},
        ),
        (
            "recycled without losses: 0.1 + 0.45 (F_R + C_R)",
            lambda m, s, t: {
                "mass": m,
                "utility": 1,
                "recycled_feedstock": s,
                "collected_for_recycling": t,
            },
            lambda m, s, t: {"mci": 0.1 + 0.45 * (s + t)},
        ),
        (
            "one closed loop of efficiency t: what is lost is replaced by virgin material",
            lambda m, t: {
                "mass": m,
                "utility": 1,
                "recycled_feedstock": t,
                "collected_for_recycling": 1,
                "feedstock_recycling_efficiency": t,
                "end_of_life_recycling_efficiency": t,
            },
            # V = W = M (1 - t), and the losses of both sides are the same.
            lambda m, t: {"linear_flow_index": 1 - t, "mci": 0.1 + 0.9 * t},
        ),
        (
            "grown well and composted",
            lambda m, x: {"mass": m, "utility": x, "renewable_feedstock": 1, "composted": 1},
            lambda m, x: {"virgin_feedstock": 0, "unrecoverable_waste": 0, "mci": 1},
        ),
    ],
    "mci-company": [
        (
            "ranges that are all alike, whatever they weigh",
            lambda m, n, s, t: {
                "ranges": [{"weight": m, "mci": s}, {"weight": n, "mci": s}],
                "omitted_share": t,
            },
            lambda m, n, s, t: {"mci": s, "coverage": 1 - t},
        ),
        (
            "of equal weights the plain mean",
            lambda m, s, t: {"ranges": [{"weight": m, "mci": s}, {"weight": m, "mci": t}]},
            lambda m, s, t: {"mci": (s + t) / 2},
        ),
    ],
    "vsme-b7": [
        (
            "all waste is recycled",
            lambda m, n: {
                "hazardous_waste": m,
                "non_hazardous_waste": n,
                "recycled_or_reused_waste": m + n,
                "materials": [{"mass": m}, {"mass": n}],
            },
            lambda m, n: {
                "total_waste": m + n,
                "recycled_or_reused_share": 1,
                "other_waste": 0,
                "total_material": m + n,
            },
        ),
    ],
}
